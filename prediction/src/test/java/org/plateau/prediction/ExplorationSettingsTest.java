package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.ExplorationSettings.Grant;

class ExplorationSettingsTest {
    @ParameterizedTest
    @CsvSource({"4, 0.025", "0, 0.025", "10, 0.1", "3, 0.33", "0, 1", "7, 0"})
    void overTwoHundredNetworksTheFirstAndTheShareOfTheOthersAreExplored(int first, double share) {
        ExplorationSettings settings = new ExplorationSettings(first, share, 1.6);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (double novelShare : new double[] {0, 0.02, 0.3, 1}) {
            int explored = 0;
            int atStart = 0;
            for (int index = 0; index < 200; index++) {
                Forecast forecast = novelty(random.nextDouble() < novelShare ? 2 : 1);
                boolean explores = settings.continues(settings.grant(index, explored), forecast);
                atStart += explores && index < first ? 1 : 0;
                explored += explores && index >= first ? 1 : 0;
                // Never more than the share so far.
                assertThat((double) explored).isLessThanOrEqualTo(share * Math.max(0, index - first + 1) + 1e-6);
            }
            assertThat(atStart).as("seed %d", seed).isEqualTo(first);
            // Saved up for no longer than twice the time.
            assertThat((double) explored)
                    .as("seed %d, %s novel", seed, novelShare)
                    .isCloseTo(share * (200 - first), within(2.0));
        }
    }

    @Test
    void theStandardGrantsFourAndOneInForty() {
        ExplorationSettings standard = ExplorationSettings.standard();

        assertThat(standard.grant(3, 0)).isEqualTo(Grant.ALWAYS);
        assertThat(standard.grant(4, 0)).isEqualTo(Grant.NONE);
        assertThat(standard.grant(42, 0)).isEqualTo(Grant.NONE);
        assertThat(standard.grant(43, 0)).isEqualTo(Grant.IF_NOVEL);
        assertThat(standard.grant(82, 0)).isEqualTo(Grant.IF_NOVEL);
        assertThat(standard.grant(83, 0)).isEqualTo(Grant.ALWAYS);
        assertThat(standard.grant(83, 1)).isEqualTo(Grant.IF_NOVEL);
        assertThat(standard.grant(83, 2)).isEqualTo(Grant.NONE);
    }

    @Test
    void ifNovelIsOnlyGrantedToWhatIsUnlikeTheFinishedOnes() {
        ExplorationSettings settings = new ExplorationSettings(1, 0.5, 1.6);

        assertThat(settings.continues(Grant.IF_NOVEL, novelty(1.59))).isFalse();
        assertThat(settings.continues(Grant.IF_NOVEL, novelty(1.6))).isTrue();
        assertThat(settings.continues(Grant.IF_NOVEL, novelty(Double.POSITIVE_INFINITY)))
                .isTrue();
        assertThat(settings.continues(Grant.IF_NOVEL, novelty(Double.NaN))).isFalse();
        assertThat(settings.continues(Grant.ALWAYS, novelty(0))).isTrue();
        assertThat(settings.continues(Grant.NONE, novelty(99))).isFalse();
    }

    @Test
    void noneGrantsNothing() {
        for (int index = 0; index < 500; index++) {
            assertThat(ExplorationSettings.none().grant(index, 0)).isEqualTo(Grant.NONE);
        }
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new ExplorationSettings(-1, 0, 0)).hasMessageContaining("≥ 0, but were -1");
        assertThatThrownBy(() -> new ExplorationSettings(0, 1.5, 0)).hasMessageContaining("[0, 1], but was 1.5");
        assertThatThrownBy(() -> new ExplorationSettings(0, Double.NaN, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new ExplorationSettings(0, 0, Double.POSITIVE_INFINITY))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new ExplorationSettings(0, 0, -1)).hasMessageContaining("≥ 0, but was -1.0");
    }

    private static Forecast novelty(double novelty) {
        Observation observation = Observation.of(FitnessMeasure.named("val_accuracy"), curve(), 10);
        Forecast none = Forecast.none(observation, History.none(), "test", "none");
        return new Forecast(1, 10, 50, none.best(), List.of(), List.of(), "test", List.of(), 0, novelty, "given");
    }

    private static LearningCurve curve() {
        return LearningCurve.of(new double[] {1}, new double[] {50});
    }
}
