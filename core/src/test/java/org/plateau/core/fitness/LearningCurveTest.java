package org.plateau.core.fitness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningCurveTest {
    private static final LearningCurve CURVE =
            LearningCurve.of(new double[] {0, 0.5, 1, 2}, new double[] {10, Double.NaN, 40, 35});

    @Test
    void aCurveGivesItsPointsBack() {
        assertThat(CURVE.size()).isEqualTo(4);
        assertThat(CURVE.isEmpty()).isFalse();
        assertThat(CURVE.epoch(1)).isEqualTo(0.5);
        assertThat(CURVE.value(2)).isEqualTo(40);
        assertThat(CURVE.lastEpoch()).isEqualTo(2);
        assertThat(CURVE.lastValue()).isEqualTo(35);
        assertThat(CURVE.epochs()).containsExactly(0, 0.5, 1, 2);
        assertThat(CURVE.values()).containsExactly(10, Double.NaN, 40, 35);
    }

    @Test
    void aCurveGrownPointByPointIsTheSameCurve() {
        LearningCurve grown = LearningCurve.empty();
        for (int point = 0; point < CURVE.size(); point++) {
            assertThat(grown).isEqualTo(CURVE.first(point));
            grown = grown.plus(CURVE.epoch(point), CURVE.value(point));
        }
        assertThat(grown).isEqualTo(CURVE).hasSameHashCodeAs(CURVE);
        assertThat(grown).isNotEqualTo(CURVE.plus(3, 1)).isNotEqualTo(CURVE.first(3));
    }

    @Test
    void growingACurveLeavesTheFirstOneAsItWas() {
        CURVE.plus(3, 50);

        assertThat(CURVE.size()).isEqualTo(4);
    }

    @Test
    void arraysThatWentInOrCameOutAreNotTheCurves() {
        double[] epochs = {1, 2};
        double[] values = {5, 6};
        LearningCurve curve = LearningCurve.of(epochs, values);
        epochs[0] = 9;
        values[0] = 9;
        curve.epochs()[0] = 9;
        curve.values()[0] = 9;

        assertThat(curve.epoch(0)).isEqualTo(1);
        assertThat(curve.value(0)).isEqualTo(5);
    }

    @Test
    void theBeginningOfACurveEndsAtAPointOrAnEpoch() {
        assertThat(CURVE.first(0)).isEqualTo(LearningCurve.empty());
        assertThat(CURVE.first(2).epochs()).containsExactly(0, 0.5);
        assertThat(CURVE.first(9)).isSameAs(CURVE);
        assertThat(CURVE.upTo(1).epochs()).containsExactly(0, 0.5, 1);
        assertThat(CURVE.upTo(1.99).epochs()).containsExactly(0, 0.5, 1);
        assertThat(CURVE.upTo(-1)).isEqualTo(LearningCurve.empty());
        assertThat(CURVE.upTo(100)).isEqualTo(CURVE);
    }

    @Test
    void theBestValueIsNoNumberOnlyWhereThereIsNone() {
        assertThat(CURVE.best(Direction.MAXIMIZE)).isEqualTo(40);
        assertThat(CURVE.best(Direction.MINIMIZE)).isEqualTo(10);
        assertThat(LearningCurve.empty().best(Direction.MAXIMIZE)).isNaN();
        assertThat(LearningCurve.empty().plus(1, Double.NaN).best(Direction.MINIMIZE))
                .isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void anEpochThatIsNoneIsRefusedAndShown(double epoch) {
        assertThatThrownBy(() -> LearningCurve.empty().plus(epoch, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but was " + epoch);
        assertThatThrownBy(() -> new Measurement(epoch, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but was " + epoch);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 1.5, 0})
    void epochsThatDoNotIncreaseAreRefusedAndShown(double epoch) {
        assertThatThrownBy(() -> CURVE.plus(epoch, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but %s came after 2.0", epoch);
        assertThatThrownBy(() -> LearningCurve.of(new double[] {2, epoch}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asManyValuesAsEpochsAreNeeded() {
        assertThatThrownBy(() -> LearningCurve.of(new double[] {1, 2}, new double[] {1}))
                .hasMessageContaining("as many values as epochs, but had 1 and 2");
    }

    @Test
    void anEmptyCurveHasNoLastPoint() {
        assertThat(LearningCurve.empty().isEmpty()).isTrue();
        assertThatThrownBy(() -> LearningCurve.empty().lastEpoch()).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> LearningCurve.empty().lastValue()).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
