package org.plateau.commons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The store's record trails: {@code trails/<first two characters>/<network>/<attempt>.jsonl}. */
final class TrailFolder {
    private static final Pattern NAME = Pattern.compile("([1-9]\\d{0,8})\\.jsonl");

    private final Path store;
    private final Path root;

    TrailFolder(Path store) {
        this.store = store;
        this.root = store.resolve("trails");
    }

    /** The folder that the store's trails, and all its other files, are in. */
    Path store() {
        return store;
    }

    /**
     * The trail of an attempt, whether it is there or not.
     *
     * @throws CommonsException if the network's id cannot be the name of a folder
     */
    StoredTrail trail(String network, int attempt) {
        if (network.startsWith(".")) {
            throw new CommonsException("A network's id must not begin with a dot, but was \"" + network + "\"");
        }
        String shelf = network.substring(0, Math.min(2, network.length()));
        return new StoredTrail(
                network, attempt, root.resolve(shelf).resolve(network).resolve(attempt + ".jsonl"));
    }

    /** Whether there is any trail. */
    boolean isEmpty() {
        return children(root).isEmpty();
    }

    /** The networks that have a folder, by id. */
    List<String> networks() {
        return children(root).stream()
                .flatMap(shelf -> children(shelf).stream())
                .map(folder -> folder.getFileName().toString())
                .sorted()
                .toList();
    }

    /** The trails of a network, the first attempt first. */
    List<StoredTrail> trails(String network) {
        Path folder = trail(network, 1).file().toAbsolutePath().getParent();
        return folder == null
                ? List.of()
                : children(folder).stream()
                        .map(file -> NAME.matcher(file.getFileName().toString()))
                        .filter(Matcher::matches)
                        .map(name -> trail(network, Integer.parseInt(name.group(1))))
                        .sorted(Comparator.comparingInt(StoredTrail::attempt))
                        .toList();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CommonsException("Cannot read the folder %s: %s".formatted(folder, e), e);
        }
    }
}
