package org.plateau.cli.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configuration files that tests write. */
final class Written {
    /** The least that a configuration must say. */
    static final String LEAST = """
            dataset:
              kind: diffraction
            training:
              epochs: 15
            budget:
              networks: 24
            """;

    private final Path file;

    Written(Path folder, String text) {
        this.file = folder.resolve("config.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SearchFile read() {
        return ConfigurationReader.read(file);
    }

    SearchFile resolved() {
        return read().resolved("config", "plateau.db", SearchFile.Overrides.none());
    }

    /** What is said against it, without the file's name in front. */
    String complaint() {
        try {
            read();
        } catch (ConfigurationException e) {
            String message = String.valueOf(e.getMessage());
            return message.startsWith(file.toString())
                    ? message.substring(file.toString().length())
                    : message;
        }
        throw new AssertionError("The configuration was accepted");
    }
}
