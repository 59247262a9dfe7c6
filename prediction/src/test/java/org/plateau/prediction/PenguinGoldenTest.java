package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.formats.curves.CurveFile;
import org.plateau.formats.curves.RecordedCurves;

/** The published samples of PENGUIN 2021, horizon 20. */
class PenguinGoldenTest {
    @ParameterizedTest
    @CsvSource({
        "2021_02_15_13_55_26_539263, 4.0, 25.71206, 0.00001, 26.99,    25.71212",
        "2021_02_15_13_56_59_917381, 3.0, 1.1887,   0.0002,  1.12599,  2.03360",
        "2021_02_15_14_01_32_105932, 8.5, 22.81970, 0.00001, 16.84211, 24.31414"
    })
    void thePresetStopsWherePenguinStoppedAndPredictsWhatItPredicted(
            String name, double epoch, double prediction, double precision, double truth, double plateau) {
        Path file = Shared.folder().resolve("penguin").resolve(name + ".txt");
        RecordedCurves recorded = CurveFile.read(file).get(0);

        Replay replay = new Replay(
                Prediction.of(PredictionSettings.preset("penguin")), FitnessMeasure.named("val_accuracy"), 20);
        Replay.Outcome outcome = replay.of(
                new FinishedTraining(recorded.id(), recorded.dataset(), recorded.series(), true, Map.of()),
                History.none());

        assertThat(outcome.epoch()).isEqualTo(epoch);
        assertThat(outcome.stop()).hasValueSatisfying(stop -> {
            assertThat(stop.rule()).isEqualTo("converged");
            assertThat(stop.fitness()).hasValueSatisfying(fitness -> {
                assertThat(fitness.value()).isCloseTo(prediction, Offset.offset(precision));
                assertThat(fitness.measured()).isFalse();
            });
        });
        assertThat(outcome.truth().orElseThrow()).isCloseTo(truth, Offset.offset(0.00001));
        assertThat(outcome.forecast().functions()).singleElement().satisfies(function -> assertThat(
                        function.coefficients().get("a"))
                .isCloseTo(plateau, Offset.offset(0.00001)));
    }
}
