package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.formats.json.PlateauJson;

/** What the engine has to reach on A4NN's full trainings of each beam, in the order in which they were asked for. */
final class EvaluationTargetsTest {
    private static JsonNode row(String dataset, Object... words) throws JsonProcessingException {
        Path curves = Shared.folder("curves").resolve("a4nn.csv.gz");
        List<Object> command = new ArrayList<>(List.of("evaluate", curves, "--curves", "full", "--format", "json"));
        command.addAll(List.of(words));
        for (JsonNode row :
                PlateauJson.mapper().readTree(Said.by(command.toArray()).out())) {
            if (row.get("dataset").asText().equals(dataset)
                    && row.get("metric").asText().equals("val_accuracy")) {
                return row;
            }
        }
        throw new AssertionError("No figures for " + dataset);
    }

    @ParameterizedTest
    @CsvSource({"xfel_1e14, 0.30, 0.83", "xfel_1e15, 0.15, 0.80"})
    void aQuarterOfTheEpochsTellsHowATrainingEnds(String dataset, double error, double tau)
            throws JsonProcessingException {
        JsonNode row = row(dataset, "--rules", "plateau", "--at", "0.25");

        assertThat(row.get("mae").asDouble()).isLessThanOrEqualTo(error);
        assertThat(row.get("kendall").asDouble()).isGreaterThanOrEqualTo(tau);
        assertThat(row.get("coverage80").asDouble()).isBetween(0.7, 0.9);
    }

    @ParameterizedTest
    @CsvSource({"xfel_1e14, 0.50, 0.79", "xfel_1e15, 0.20, 0.76"})
    void fiveSixthsOfTheEpochsAreSaved(String dataset, double error, double tau) throws JsonProcessingException {
        JsonNode row = row(dataset, "--rules", "plateau");

        assertThat(row.get("saved").asDouble()).isGreaterThanOrEqualTo(0.85);
        assertThat(row.get("mae").asDouble()).isLessThanOrEqualTo(error);
        assertThat(row.get("kendall").asDouble()).isGreaterThanOrEqualTo(tau);
        assertThat(row.get("regret1").asDouble()).isLessThanOrEqualTo(0.05);
    }
}
