package org.plateau.benchmarks;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** IDX files of noise whose brightness tells the class a little. */
final class NoiseImages {
    private NoiseImages() {}

    static Path images(Path path, int images, int side) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (DataOutputStream stream = open(path)) {
            stream.writeInt(0x803);
            stream.writeInt(images);
            stream.writeInt(side);
            stream.writeInt(side);
            for (int i = 0; i < images * side * side; i++) {
                stream.write(random.nextInt(240) + i / (side * side) % 2 * 10);
            }
        }
        return path;
    }

    static Path labels(Path path, int images, int classes) throws IOException {
        try (DataOutputStream stream = open(path)) {
            stream.writeInt(0x801);
            stream.writeInt(images);
            for (int i = 0; i < images; i++) {
                stream.write(i % classes);
            }
        }
        return path;
    }

    private static DataOutputStream open(Path path) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)));
    }
}
