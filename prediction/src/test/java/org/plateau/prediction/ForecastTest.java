package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Interval;

class ForecastTest {
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    private static final LearningCurve CURVE = LearningCurve.of(new double[] {1, 2, 3}, new double[] {50, 80, 70});

    @Test
    void theBestUpToTheHorizonIsTheBetterOfMeasuredAndExpected() {
        Observation accuracy = Observation.of(ACCURACY, CURVE, 10);
        Observation loss = Observation.of(FitnessMeasure.named("val_loss"), CURVE, 10);

        assertThat(Forecast.best(accuracy, 75)).isEqualTo(80);
        assertThat(Forecast.best(accuracy, 85)).isEqualTo(85);
        assertThat(Forecast.best(loss, 75)).isEqualTo(50);
        assertThat(Forecast.best(loss, 45)).isEqualTo(45);
        assertThat(Forecast.best(accuracy, Double.NaN)).isEqualTo(80);
    }

    @Test
    void anIntervalIsFoundByItsLevel() {
        Interval narrow = new Interval(0.8, 60, 70);
        Interval wide = new Interval(0.95, 55, 75);
        Forecast forecast = new Forecast(3, 10, 65, List.of(wide, narrow), List.of(), "test", List.of(), 0, "given");

        assertThat(forecast.interval(0.8)).contains(narrow);
        assertThat(forecast.interval(0.95)).contains(wide);
        assertThat(forecast.interval(1 - 0.2)).contains(narrow);
        assertThat(forecast.interval(0.9)).isEmpty();
    }

    @Test
    void whereNoFinishedTrainingIsKnownTheNoveltyIsInfinite() {
        Forecast none = Forecast.none(Observation.of(ACCURACY, CURVE, 10), History.none(), "test", "nothing");

        assertThat(none.novelty()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(none.present()).isFalse();
        assertThat(none.best()).isEqualTo(80);
        assertThat(new Forecast(3, 10, 65, List.of(), List.of(), "test", List.of(), 0, "given").novelty())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void peersKnowNoMoreThanAHundredLeaders() {
        List<Peers.Member> members = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            members.add(new Peers.Member("network-" + i, Map.of("val_accuracy", 100.0 - i)));
        }

        Peers peers = new Peers(7, List.of(ACCURACY), List.of(), List.of(), members);

        assertThat(peers.leaders()).isEqualTo(members.subList(0, Peers.LEADERS));
        assertThatThrownBy(() -> peers.leaders().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(new Peers(7, List.of(ACCURACY), List.of(), members).leaders())
                .isEmpty();
        assertThat(Peers.none().leaders()).isEmpty();
    }
}
