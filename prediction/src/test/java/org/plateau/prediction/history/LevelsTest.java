package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;

class LevelsTest {
    @Test
    void levelsOfARisingCurveAreAsByHand() {
        Levels levels = Levels.of(Families.curve(10, 20, 60, 40, 50, 30), Direction.MAXIMIZE);

        assertThat(levels).isEqualTo(new Levels(30, 60, (40 + 50 + 30) / 3.0, (60 + 50 + 40) / 3.0, 60, 30));
    }

    @Test
    void aFallingCurveIsBestWhereItIsSmallest() {
        Levels levels = Levels.of(Families.curve(9, 5, 8, 1, 4, 2), Direction.MINIMIZE);

        assertThat(levels).isEqualTo(new Levels(2, 1, 7 / 3.0, 7 / 3.0, 5, 22 / 3.0));
    }

    @Test
    void theRecentMeanIsAQuarterOfALongCurve() {
        double[] values = new double[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }

        assertThat(Levels.of(Families.curve(values), Direction.MAXIMIZE).recent())
                .isEqualTo((30 + 39) / 2.0);
    }

    @Test
    void valuesThatAreNoNumbersAreLeftOut() {
        LearningCurve holes = Families.curve(Double.NaN, 1, Double.POSITIVE_INFINITY, 3, Double.NaN, 2, Double.NaN);

        assertThat(Levels.of(holes, Direction.MAXIMIZE))
                .isEqualTo(Levels.of(Families.curve(1, 3, 2), Direction.MAXIMIZE));
    }

    @Test
    void onePointIsAllLevelsAndNoPointIsNone() {
        assertThat(Levels.of(Families.curve(7), Direction.MINIMIZE)).isEqualTo(new Levels(7, 7, 7, 7, 7, 7));
        double none = Double.NaN;
        assertThat(Levels.of(LearningCurve.empty(), Direction.MAXIMIZE))
                .isEqualTo(new Levels(none, none, none, none, none, none));
        assertThat(Levels.of(Families.curve(none, none), Direction.MAXIMIZE).last())
                .isNaN();
    }
}
