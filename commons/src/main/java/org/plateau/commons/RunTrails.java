package org.plateau.commons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The record trails of a run: {@code networks/<id>/<attempt>/trail.jsonl}. */
final class RunTrails {
    private static final int DEPTH = 3;

    private RunTrails() {}

    /**
     * The trails, network by network, the older attempts first.
     *
     * @throws CommonsException if it is no run folder or cannot be read
     */
    static List<Path> in(Path runFolder) {
        Path networks = runFolder.resolve("networks");
        if (!Files.isDirectory(networks)) {
            throw new CommonsException(runFolder + " is no run folder: it has no folder \"networks\"");
        }
        try (Stream<Path> files = Files.walk(networks, DEPTH)) {
            return files.filter(file -> networks.relativize(file).getNameCount() == DEPTH)
                    .filter(file -> file.endsWith("trail.jsonl") && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(RunTrails::network).thenComparing(RunTrails::attempt))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CommonsException("Cannot read the run folder %s: %s".formatted(runFolder, e), e);
        }
    }

    private static String network(Path trail) {
        return trail.resolve("../..").normalize().toString();
    }

    /** Numbers by size: shorter ones first. */
    private static String attempt(Path trail) {
        String name = trail.resolve("..").normalize().getFileName().toString();
        return "%09d%s".formatted(name.length(), name);
    }
}
