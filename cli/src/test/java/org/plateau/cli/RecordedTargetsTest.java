package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.formats.json.PlateauJson;

/** What finished trainings are worth on recorded ones, with all that the files tell: ten finished, a quarter seen. */
class RecordedTargetsTest {
    @ParameterizedTest
    @CsvSource({"1e14, 0.30, 0.83", "1e15, 0.15, 0.80"})
    void onA4nnsTrainingsTheErrorIsAFractionOfAPointAndTheOrderIsRight(String beam, double error, double order)
            throws JsonProcessingException {
        Said said = Said.by(
                "evaluate",
                Shared.folder("curves").resolve("a4nn.csv.gz"),
                "--curves",
                "1gpu_full_" + beam,
                "--metric",
                "val_accuracy",
                "--rules",
                "plateau",
                "--at",
                "0.25",
                "--first",
                "10",
                "--format",
                "json");

        assertThat(said.code()).isZero();
        JsonNode rows = PlateauJson.mapper().readTree(said.out());
        assertThat(rows).hasSize(1);
        JsonNode plateau = rows.get(0);
        System.out.println(plateau);
        assertThat(plateau.get("curves").intValue()).isEqualTo(90);
        assertThat(plateau.get("mae").doubleValue()).isLessThanOrEqualTo(error);
        assertThat(plateau.get("kendall").doubleValue()).isGreaterThanOrEqualTo(order);
    }
}
