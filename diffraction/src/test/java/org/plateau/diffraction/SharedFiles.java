package org.plateau.diffraction;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds study files that are not part of the project; a test that needs one is skipped where it is absent. */
final class SharedFiles {
    private SharedFiles() {}

    static Path require(String file) {
        Optional<Path> found = folders()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: there is no shared/" + file + " beside the project");
        return found.orElseThrow();
    }

    private static Stream<Path> folders() {
        Stream<Path> parents = Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()),
                        Optional::isPresent,
                        folder -> folder.map(Path::getParent))
                .map(folder -> folder.orElseThrow().resolve("shared"));
        return Stream.concat(Optional.ofNullable(System.getenv("PLATEAU_SHARED")).map(Path::of).stream(), parents);
    }
}
