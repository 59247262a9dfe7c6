package org.plateau.prediction.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Engines;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Prediction;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.Verdict;

class PatienceTest {
    @Test
    void itStopsWhenTheBestValueIsOldAndTellsIt() {
        assertThat(verdict(3, 0, "val_accuracy", 50, 60, 55, 59)).isInstanceOf(Verdict.Continue.class);

        Verdict verdict = verdict(3, 0, "val_accuracy", 50, 60, 55, 59, 60);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Stop.class, stop -> {
            assertThat(stop.fitness()).contains(new Fitness(60, Fitness.Origin.PREDICTED));
            assertThat(stop.evidence()).containsEntry("since", 2.0).containsEntry("waited", 3.0);
            assertThat(stop.reason()).isEqualTo("val_accuracy has not been better than 60 for 3 epochs");
        });
    }

    @Test
    void aLossIsBestWhereItIsSmallest() {
        assertThat(verdict(2, 0, "val_loss", 3, 2, 1)).isInstanceOf(Verdict.Continue.class);
        assertThat(verdict(2, 0, "val_loss", 3, 2, 2.5, 2.1))
                .isInstanceOfSatisfying(Verdict.Stop.class, stop -> assertThat(stop.fitness())
                        .contains(new Fitness(2, Fitness.Origin.PREDICTED)));
    }

    @Test
    void smallGainsDoNotCountBelowTheMinimumDelta() {
        assertThat(verdict(2, 1, "val_accuracy", 50, 50.6, 51.1)).isInstanceOf(Verdict.Continue.class);
        assertThat(verdict(2, 1, "val_accuracy", 50, 50.6, 50.9)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void aTrainingWithoutANumberHasNothingToTell() {
        assertThat(verdict(1, 0, "val_accuracy")).isInstanceOf(Verdict.Continue.class);
        assertThat(verdict(1, 0, "val_accuracy", Double.NaN, Double.NaN))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class, stop -> assertThat(stop.fitness()).isEqualTo(Optional.empty()));
    }

    @Test
    void settingsCanCarryItBesideOthers() {
        Prediction prediction =
                Prediction.of(new PredictionSettings(Engines.NONE, List.of(Diverged.standard(), new Patience(2, 0))));
        Observation stuck = Observation.of(
                FitnessMeasure.named("val_accuracy"),
                LearningCurve.of(new double[] {1, 2, 3}, new double[] {60, 59, 58}),
                10);

        Verdict verdict = prediction.judge(stuck, prediction.forecast(stuck, History.none()), Peers.none());

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Stop.class, stop -> assertThat(stop.rule())
                .isEqualTo("patience"));
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheValue() {
        assertThatThrownBy(() -> new Patience(0, 0)).hasMessageContaining("> 0, but was 0.0");
        assertThatThrownBy(() -> new Patience(1, -1)).hasMessageContaining("≥ 0, but was -1.0");
    }

    private static Verdict verdict(double epochs, double delta, String measure, double... values) {
        double[] at = new double[values.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = i + 1;
        }
        Observation observation =
                Observation.of(FitnessMeasure.named(measure), LearningCurve.of(at, values), values.length + 10);
        Forecast none = Forecast.none(observation, History.none(), "none", "");
        return new Patience(epochs, delta).judge(observation, none, Peers.none());
    }
}
