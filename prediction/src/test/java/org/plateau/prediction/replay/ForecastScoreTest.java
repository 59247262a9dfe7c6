package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plateau.core.trail.Interval;

class ForecastScoreTest {
    @Test
    void anIntervalIsChargedForItsWidthAndTenfoldForMissing() {
        ForecastScore score = ForecastScore.of(
                List.of(
                        one(50, 52, new Interval(0.8, 48, 53)),
                        one(50, 60, new Interval(0.8, 48, 53)),
                        one(50, 47, new Interval(0.8, 48, 53)),
                        one(50, 53, new Interval(0.8, 48, 53))),
                7);

        assertThat(score.curves()).isEqualTo(4);
        assertThat(score.mae()).isEqualTo((2 + 10 + 3 + 3) / 4.0);
        assertThat(score.medianError()).isEqualTo(3);
        assertThat(score.coverage80()).isEqualTo(0.5);
        assertThat(score.intervalScore()).isCloseTo((5 + 75 + 15 + 5) / 4.0, within(1e-12));
        assertThat(score.micros()).isEqualTo(7);
    }

    @Test
    void aNarrowIntervalFarFromZeroStillCovers() {
        ForecastScore score = ForecastScore.of(List.of(one(1e6, 1e6, new Interval(0.8, 1e6 - 0.1, 1e6 + 0.1))), 0);

        assertThat(score.coverage80()).isEqualTo(1);
    }

    @Test
    void withoutIntervalsTheirFiguresDoNotApply() {
        ForecastScore score = ForecastScore.of(
                List.of(new ForecastScore.Case(1, 2, Optional.empty()), new ForecastScore.Case(3, 4, Optional.empty())),
                0);

        assertThat(score.coverage80()).isNaN();
        assertThat(score.intervalScore()).isNaN();
        assertThat(score.kendall()).isEqualTo(1);
    }

    private static ForecastScore.Case one(double forecast, double truth, Interval interval) {
        return new ForecastScore.Case(forecast, truth, Optional.of(interval));
    }
}
