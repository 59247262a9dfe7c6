package org.plateau.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The reference data beside the project, which a user need not have. */
final class Shared {
    private Shared() {}

    /** A folder of it; the test is skipped where it is absent. */
    static Path folder(String name) {
        Stream<Path> parents = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared"));
        Optional<Path> found = Stream.concat(
                        Optional.ofNullable(System.getenv("PLATEAU_SHARED")).map(Path::of).stream(), parents)
                .map(shared -> shared.resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "There is no shared/" + name + " above the working directory");
        return found.orElseThrow();
    }
}
