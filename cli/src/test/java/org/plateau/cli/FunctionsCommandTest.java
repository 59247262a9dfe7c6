package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.plateau.formats.json.PlateauJson;
import org.plateau.prediction.function.FunctionIndex;

final class FunctionsCommandTest {
    @Test
    void allFunctionsOfTheIndexAreListed() throws JsonProcessingException {
        JsonNode rows = PlateauJson.mapper()
                .readTree(Said.by("functions", "--format", "json").out());
        assertThat(rows.findValuesAsText("function"))
                .isEqualTo(FunctionIndex.standard().all().stream()
                        .map(function -> function.name())
                        .toList());
        assertThat(rows.findValuesAsText("formula")).doesNotContain("").hasSizeGreaterThan(10);
        assertThat(Said.by("functions").out().lines()).hasSizeGreaterThan(rows.size());
    }

    @Test
    void oneIsExplainedWithItsParametersAndTheirBounds() throws JsonProcessingException {
        Said said = Said.by("functions", "weibull");
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("weibull: ").contains("parameter", "meaning", "from", "to", "start");
        JsonNode rows = PlateauJson.mapper()
                .readTree(Said.by("functions", "weibull", "--format", "json").out());
        assertThat(rows.findValuesAsText("parameter")).containsExactly("a", "b", "c", "d");
    }
}
