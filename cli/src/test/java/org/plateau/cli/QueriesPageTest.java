package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plateau.commons.query.Fields;
import org.plateau.commons.query.Operand;
import org.plateau.core.architecture.ArchitectureCounts;

/** The page on questions must name what the language has. */
final class QueriesPageTest {
    private static String page() throws IOException {
        return Files.readString(Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("docs/queries.md"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void theTableOfFieldsIsThatOfTheCode() throws IOException {
        String table = Fields.fixed().stream()
                .map(field -> "| `%s` | %s | %s |"
                        .formatted(field.name(), field.type().name().toLowerCase(Locale.ROOT), field.meaning()))
                .collect(Collectors.joining("\n"));
        assertThat(page())
                .as("docs/queries.md should have this table:\n" + table)
                .contains("\n" + table + "\n");
    }

    @Test
    void everyFunctionAndCountIsExplained() throws IOException {
        String page = page();
        assertThat(Operand.FUNCTIONS).allSatisfy(function -> assertThat(page).contains("| `" + function + "("));
        assertThat(ArchitectureCounts.NAMES).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
}
