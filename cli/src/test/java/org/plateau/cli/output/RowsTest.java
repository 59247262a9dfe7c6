package org.plateau.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plateau.formats.json.PlateauJson;

final class RowsTest {
    private static Rows rows() {
        Rows rows = new Rows(List.of("name", "value", "hidden"), List.of("name", "value"));
        rows.add(List.of("a,\"b\"\nc", 1.0 / 3, 7));
        rows.add(List.of("", Double.NaN, ""));
        rows.add(List.of("large", 123456789.5, Long.MAX_VALUE));
        return rows;
    }

    @Test
    void jsonKeepsEveryDigitAndSaysNullForNoValue() throws JsonProcessingException {
        JsonNode list = PlateauJson.mapper().readTree(rows().text(Rows.Format.JSON));
        assertThat(list).hasSize(3);
        assertThat(list.get(0).get("name").textValue()).isEqualTo("a,\"b\"\nc");
        assertThat(list.get(0).get("value").doubleValue()).isEqualTo(1.0 / 3);
        assertThat(list.get(0).get("hidden").intValue()).isEqualTo(7);
        assertThat(list.get(1).get("name").isNull()).isTrue();
        assertThat(list.get(1).get("value").isNull()).isTrue();
        assertThat(list.get(2).get("hidden").longValue()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void csvQuotesWhatMustBeAndLeavesNoValueEmpty() {
        assertThat(rows().text(Rows.Format.CSV))
                .isEqualTo("name,value,hidden\n\"a,\"\"b\"\"\nc\",0.3333333333333333,7\n,,\nlarge,1.234567895E8,%d\n"
                        .formatted(Long.MAX_VALUE));
    }

    @Test
    void theTableShortensNumbersAndLeavesColumnsOut() {
        assertThat(rows().text(Rows.Format.TABLE))
                .contains("0.3333")
                .contains("1.235e+08")
                .doesNotContain("hidden", "7");
    }

    @Test
    void withoutRowsThereIsStillAHeaderAndAList() throws JsonProcessingException {
        Rows none = new Rows(List.of("a", "b"));
        assertThat(none.text(Rows.Format.CSV)).isEqualTo("a,b\n");
        assertThat(PlateauJson.mapper().readTree(none.text(Rows.Format.JSON))).isEmpty();
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new Rows(List.of("a")).add(List.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A row must have 1 cells, but had 2");
    }
}
