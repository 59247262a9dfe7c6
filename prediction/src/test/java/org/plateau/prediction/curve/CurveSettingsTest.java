package org.plateau.prediction.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.plateau.prediction.sweep.SweepSettings;

class CurveSettingsTest {
    @Test
    void wrongSettingsAreRefusedWithTheRuleAndTheValue() {
        SweepSettings sweep = SweepSettings.standard();
        LevelSettings level = LevelSettings.standard();
        WidthSettings width = WidthSettings.standard();
        List<ThrowingCallable> wrong = List.of(
                () -> new LevelSettings(0, 3, 40, 8, 3),
                () -> new LevelSettings(5, 0, 40, 8, 3),
                () -> new LevelSettings(5, 3, -1, 8, 3),
                () -> new LevelSettings(5, 3, 40, Double.NaN, 3),
                () -> new LevelSettings(5, 3, 40, 8, -1),
                () -> new WidthSettings(-1, 0, 2, 0.5),
                () -> new WidthSettings(1, Double.POSITIVE_INFINITY, 2, 0.5),
                () -> new WidthSettings(1, 0, 0.9, 0.5),
                () -> new WidthSettings(1, 0, 2, Double.NaN),
                () -> new CurveSettings(sweep, level, 1.1, 0, 4, width),
                () -> new CurveSettings(sweep, level, 0.5, -0.1, 4, width),
                () -> new CurveSettings(sweep, level, 0.5, 0, Double.NaN, width),
                () -> CurveSettings.standard().remembering(0));

        assertThat(wrong).allSatisfy(settings -> assertThatThrownBy(settings)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(", but was "));
    }

    @Test
    void theMemoryIsTheOnlyThingThatRememberingChanges() {
        CurveSettings standard = CurveSettings.standard();

        assertThat(standard.remembering(9).sweep().memory()).isEqualTo(9);
        assertThat(standard.remembering(9).remembering(standard.sweep().memory()))
                .isEqualTo(standard);
    }
}
