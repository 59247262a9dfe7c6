package org.plateau.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandToTheRight() {
        Table table = new Table(
                List.of("name", "n", "share"), List.of(List.of("a", "5", "1.5"), List.of("longer", "12345", "-10")));
        assertThat(table.text()).isEqualTo("""
                        name        n  share
                        a           5    1.5
                        longer  12345    -10
                        """);
    }

    @Test
    void sentencesInTheLastColumnAreBrokenSoThatTheTableFitsAHundredColumns() {
        String sentence = "The last 4 forecasts for epoch 15 lie within 0.4197 of their median 83.58";
        Table table = new Table(
                List.of("network", "parameters", "why"),
                List.of(List.of("x".repeat(40), "1", sentence), List.of("y", "2", "short")));
        assertThat(table.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(table.text().lines()).hasSize(4);
        assertThat(table.text().replaceAll("\\s+", " ")).contains(sentence);
    }

    @Test
    void aTableWithoutRowsIsItsHeadings() {
        assertThat(new Table(List.of("a", "b"), List.of()).text()).isEqualTo("a  b\n");
    }

    @Test
    void aWordThatIsTooLongStaysWhole() {
        String word = "w".repeat(150);
        assertThat(new Table(List.of("a", "b"), List.of(List.of("1", "two " + word))).text())
                .contains("1  two\n   " + word + "\n");
    }
}
