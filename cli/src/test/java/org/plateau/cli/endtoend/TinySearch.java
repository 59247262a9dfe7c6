package org.plateau.cli.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A search that is as small as it can be and still has all parts: early stops, a front to be finished, a test split. */
final class TinySearch {
    static final int NETWORKS = 8;

    private final Path folder;
    private final Path file;

    /**
     * @param folder to work in
     * @param patterns where the patterns are, or are made
     */
    TinySearch(Path folder, Path patterns) {
        this(folder, """
                kind: diffraction
                  path: %s
                  pixels: 20
                  beam: 1e16
                  train: 80
                  validation: 20
                  test: 10
                """.formatted(patterns), "");
    }

    /** @param dataset the section's lines */
    TinySearch(Path folder, String dataset, String more) {
        this.folder = folder;
        this.file = folder.resolve("tiny.yaml");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, """
                    name: tiny
                    dataset:
                      %s
                    space: {kind: nsga-net-macro, channels: 4, phases: 2, nodes: 3}
                    searcher: {kind: nsga-ii, population: 4}
                    training: {epochs: 6, batch-size: 8, optimizer: {kind: adam, learning-rate: 0.01}}
                    termination: {engine: penguin, rules: [{kind: converged, window: 2, tolerance: 3, minimum-epochs: 0}]}
                    budget: {networks: %d}
                    execution: {workers: 2}
                    %s
                    """.formatted(dataset.strip(), NETWORKS, more));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    Path run() {
        return folder.resolve("runs/tiny");
    }

    Path patterns() {
        return folder.resolve("data");
    }

    Program start(Object... more) {
        return start(List.of(), more);
    }

    Program start(List<String> options, Object... more) {
        List<Object> words = new ArrayList<>(List.of("search", file));
        words.addAll(Arrays.asList(more));
        return Program.start(folder, options, words.toArray());
    }
}
