package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on functions is generated; it must be what the command makes of the index as it is. */
final class FunctionsPageTest {
    private static Path page() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("docs/functions.md"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePageInTheRepositoryIsWhatTheCommandMakes() throws IOException {
        assertThat(Files.readString(page()))
                .as("run: plateau functions --format markdown > docs/functions.md")
                .isEqualTo(Said.by("functions", "--format", "markdown").out());
    }
}
