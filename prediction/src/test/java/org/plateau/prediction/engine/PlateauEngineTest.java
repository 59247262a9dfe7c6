package org.plateau.prediction.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.history.Families;

class PlateauEngineTest {
    private static final PlateauEngine ENGINE = new PlateauEngine(4, List.of());

    @Test
    void withFewerThanThreeFinishedTrainingsTheCurveSpeaksAlone() {
        Random random = new Random(11);
        History two = Families.history(Families.STEPPED.trainings(random, 2));
        Observation observation = Families.observed(Families.STEPPED.training(random, "next"), Families.ACCURACY, 6);

        Forecast alone = ENGINE.forecast(observation, History.none());
        Forecast withTwo = ENGINE.forecast(observation, two);

        assertThat(withTwo.value()).isEqualTo(alone.value());
        assertThat(withTwo.intervals()).isEqualTo(alone.intervals());
        assertThat(withTwo.track()).isEqualTo(alone.track());
        assertThat(withTwo.novelty()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(withTwo.history()).isEqualTo(2);
    }

    @Test
    void withMoreTheForecastIsTheirsAndSaysSo() {
        Random random = new Random(12);
        History history = Families.history(Families.STEPPED.trainings(random, 12));
        Observation observation = Families.observed(Families.STEPPED.training(random, "next"), Families.ACCURACY, 6);

        Forecast forecast = ENGINE.forecast(observation, history);

        assertThat(forecast.note()).startsWith("From 12 finished trainings: ").contains(" %");
        assertThat(forecast.method()).isEqualTo("plateau");
        assertThat(forecast.epoch()).isEqualTo(6);
        assertThat(forecast.horizon()).isEqualTo(Families.EPOCHS);
        assertThat(forecast.history()).isEqualTo(12);
        assertThat(forecast.novelty()).isFinite();
        assertThat(forecast.best()).isEqualTo(Forecast.best(observation, forecast.value()));
        assertThat(forecast.functions())
                .isEqualTo(ENGINE.forecast(observation, History.none()).functions());
    }

    @Test
    void theTrackIsWhatTheSameHistoryWouldHaveSaidEarlier() {
        Random random = new Random(13);
        History history = Families.history(Families.DELAYED.trainings(random, 12));
        Observation observation = Families.observed(Families.DELAYED.training(random, "next"), Families.ACCURACY, 8);

        Forecast forecast = ENGINE.forecast(observation, history);

        assertThat(forecast.track()).extracting(Forecast.Past::epoch).containsExactly(5.0, 6.0, 7.0, 8.0);
        assertThat(forecast.track().get(3).value()).isEqualTo(forecast.value());
        // All of them know the family: they are near the end, where the curve has only begun to rise.
        assertThat(forecast.track()).allSatisfy(past -> assertThat(past.value()).isGreaterThan(70));
        assertThat(observation.curve().lastValue()).isLessThan(70);
    }

    @Test
    void aFitnessThatIsNoNumberHasNoForecast() {
        Random random = new Random(14);
        History history = Families.history(Families.SATURATING.trainings(random, 12));
        Observation empty = new Observation(Map.of(), Families.ACCURACY, 20, Optional.empty(), Map.of());
        Observation diverged = Observation.of(Families.ACCURACY, Families.curve(50, 60, Double.NaN), 20);

        for (Observation observation : List.of(empty, diverged)) {
            Forecast forecast = ENGINE.forecast(observation, history);

            assertThat(forecast.present()).isFalse();
            assertThat(forecast.note()).isEqualTo("The fitness is no number");
            assertThat(forecast.history()).isEqualTo(12);
        }
    }

    @Test
    void aHoleInTheCurveIsSteppedOver() {
        Random random = new Random(15);
        History history = Families.history(Families.SATURATING.trainings(random, 12));
        FinishedTraining next = Families.SATURATING.training(random, "next");
        double[] values = Families.truth(next, Families.ACCURACY).values();
        values[2] = Double.NaN;
        values[4] = Double.POSITIVE_INFINITY;
        FinishedTraining holed = Families.with(next, "val_accuracy", Families.curve(values));

        Forecast forecast = ENGINE.forecast(Families.observed(holed, Families.ACCURACY, 6), history);

        assertThat(forecast.present()).isTrue();
        assertThat(forecast.track()).allSatisfy(past -> assertThat(past.value()).isFinite());
        assertThat(forecast.note()).startsWith("From 12 finished trainings");
    }

    @Test
    void trainingsOfAnotherMeasureTellNothing() {
        Random random = new Random(16);
        History history = Families.history(Families.SATURATING.trainings(random, 12));
        LearningCurve curve = Families.curve(0.5, 0.6, 0.65);
        Observation other = Observation.of(FitnessMeasure.named("val_f1"), curve, 20);

        assertThat(ENGINE.forecast(other, history).novelty()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ENGINE.forecast(other, history).value())
                .isEqualTo(ENGINE.forecast(other, History.none()).value());
    }
}
