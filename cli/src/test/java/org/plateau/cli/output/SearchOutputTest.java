package org.plateau.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.formats.json.PlateauJson;
import org.plateau.workflow.orchestrator.SearchReport;

final class SearchOutputTest {
    private static final String CONVERGED = "The last 4 forecasts for epoch 15 lie within 0.4197 of their median 83.58";

    private static SearchReport.Row row(int ask, double fitness, double mflops, boolean measured, boolean front) {
        return new SearchReport.Row(
                "0123456789abcde" + ask,
                ask,
                0,
                "[[1]]",
                List.of(fitness, mflops),
                measured,
                front,
                mflops,
                1000L * ask,
                measured ? 15 : 6,
                measured ? 30 : 12,
                measured ? "Trained to the horizon" : CONVERGED,
                front ? Map.of("test_accuracy", 90.5, "test_loss", 0.25) : Map.of());
    }

    private static SearchReport report(String fitness, boolean finished, List<SearchReport.Row> networks) {
        return new SearchReport(
                "digits-12345678",
                Path.of("runs/digits"),
                List.of(FitnessMeasure.named(fitness), FitnessMeasure.named("mflops")),
                networks,
                finished ? Optional.of("3 networks were asked for") : Optional.empty(),
                finished,
                15,
                36,
                72,
                90,
                Optional.empty());
    }

    private static final List<SearchReport.Row> NETWORKS =
            List.of(row(1, 80, 1.5, true, true), row(2, 70, 2, false, false), row(3, 95.125, 12.25, true, true));

    @Test
    void theBestMemberOfTheFrontComesFirst() {
        String text = SearchOutput.text(report("val_accuracy", true, NETWORKS));
        assertThat(text).startsWith("""
                        Pareto front (2 of 3 networks, all measured)
                        network           val_accuracy  MFLOPs  parameters  epochs  test_accuracy  why it stopped
                        0123456789abcde3         95.13  12.250        3000  15/15           90.50  Trained to the horizon
                        0123456789abcde1         80.00   1.500        1000  15/15           90.50  Trained to the horizon
                        """);
    }

    @Test
    void whereLessIsBetterTheLeastComesFirstAndTheTestMeasureIsOfTheSameKind() {
        List<SearchReport.Row> losses = List.of(row(1, 0.75, 1.5, true, true), row(2, 0.125, 3, true, true));
        String text = SearchOutput.text(report("val_loss", true, losses));
        assertThat(text.lines().skip(1).limit(3))
                .containsExactly(
                        "network           val_loss  MFLOPs  parameters  epochs  test_loss  why it stopped",
                        "0123456789abcde2    0.1250   3.000        2000  15/15      0.2500  Trained to the horizon",
                        "0123456789abcde1    0.7500   1.500        1000  15/15      0.2500  Trained to the horizon");
    }

    @Test
    void whatWasSavedIsToldInEpochsSecondsAndNetworksAnHour() {
        assertThat(SearchOutput.text(report("val_accuracy", true, NETWORKS)))
                .contains("Epochs: 36 spent, 9 saved of 45 (20 %) against full training\n")
                .contains("Training seconds: 72 spent, about 18 saved")
                .contains("Networks an hour: 120, about 96 with full training (×1.25)\n")
                .contains(
                        "Time: 1:30 min\nEnded because 3 networks were asked for\nRecord trails: runs/digits/networks\n");
    }

    @Test
    void aMemberThatIsOnlyPredictedIsSaidToBe() {
        String text = SearchOutput.text(report("val_accuracy", false, List.of(row(1, 80, 1.5, false, true))));
        assertThat(text)
                .startsWith("Pareto front (1 of 1 networks, 1 still predicted)\n")
                .contains("80.00 (predicted)", "6/15", "Not ended yet\n");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void longReasonsStandBelowTheTable() {
        assertThat(SearchOutput.text(report("val_accuracy", true, List.of(row(1, 80, 1.5, false, true)))))
                .contains("""
                        network           val_accuracy       MFLOPs  parameters  epochs  test_accuracy
                        0123456789abcde1  80.00 (predicted)   1.500        1000  6/15            90.50

                        network           why it stopped
                        0123456789abcde1  %s
                        """.formatted(CONVERGED));
    }

    @Test
    void aSearchWithoutAFrontSaysSo() {
        assertThat(SearchOutput.text(report("val_accuracy", false, List.of())))
                .startsWith("No network is on the front yet.\n")
                .contains("Epochs: 36 spent, 0 saved of 0 (0 %)");
    }

    @Test
    void jsonHasAllNetworksAndTheSums() throws JsonProcessingException {
        JsonNode json =
                PlateauJson.mapper().readTree(SearchOutput.json(report("val_accuracy", true, NETWORKS), "finished"));
        assertThat(json.get("state").textValue()).isEqualTo("finished");
        assertThat(json.get("networks")).hasSize(3);
        assertThat(json.get("networks").get(1).get("why").textValue()).isEqualTo(CONVERGED);
        assertThat(json.get("networks").get(1).get("measured").booleanValue()).isFalse();
        assertThat(json.get("epochs_saved").doubleValue()).isEqualTo(9);
        assertThat(json.get("seconds_saved").doubleValue()).isEqualTo(18);
        assertThat(json.get("networks_an_hour").doubleValue()).isEqualTo(120);
        assertThat(json.get("objectives").findValuesAsText("name")).containsExactly("val_accuracy", "mflops");
    }
}
