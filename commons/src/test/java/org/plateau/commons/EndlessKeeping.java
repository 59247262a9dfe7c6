package org.plateau.commons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.plateau.formats.json.Sha256;

/** A process that keeps file after file until it is killed, and says each time that it did. */
final class EndlessKeeping {
    private static final int BYTES = 1_000_000;

    private EndlessKeeping() {}

    public static void main(String[] arguments) throws IOException {
        ObjectFolder objects = new ObjectFolder(Path.of(arguments[1]));
        byte[] content = new byte[BYTES];
        Random random = new Random(1);
        for (int file = 0; file < 50; file++) {
            random.nextBytes(content);
            Path written = Files.write(Path.of(arguments[0], "endless"), content);
            objects.keep(written, Sha256.of(content));
            System.out.println(file);
        }
    }
}
