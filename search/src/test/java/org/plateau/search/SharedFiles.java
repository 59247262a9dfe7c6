package org.plateau.search;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the study files beside the checkout, which a user need not have. */
public final class SharedFiles {
    private SharedFiles() {}

    /** The file, or the test is skipped. */
    public static Path require(String relative) {
        Optional<Path> found = Stream.concat(
                        Optional.ofNullable(System.getenv("PLATEAU_SHARED")).map(Path::of).stream(),
                        Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                                .map(path -> path.resolve("shared")))
                .map(folder -> folder.resolve(relative))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: there is no shared/" + relative + " beside this checkout");
        return found.orElseThrow();
    }
}
