package org.plateau.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.core.fitness.FitnessMeasure;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "val_accuracy, Validation accuracy (%)",
        "train_loss, Training loss",
        "test_f1, Test F1",
        "val_r2, Validation R²",
        "mflops, Compute (MFLOPs)",
        "seconds, Time (s)",
        "joules, Energy (J)",
        "parameters, Parameters",
        "val, Val",
        "peak_memory, Peak memory"
    })
    void anAxisIsCalledByItsMeasureAndUnit(String name, String title) {
        assertThat(Words.axisTitle(FitnessMeasure.named(name))).isEqualTo(title);
    }

    @Test
    void whatDoesNotFitEndsInAnEllipsis() {
        assertThat(Words.fitting("short", 10, 100)).isEqualTo("short");
        String cut = Words.fitting("a name that is far too long", 10, 100);
        assertThat(cut).startsWith("a name").endsWith("…");
        assertThat(Words.width(cut, 10)).isLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"99.125, 99.125", "25, 25", "0, 0", "0.5, 0.5", "1234567, 1.2346e+06"})
    void valuesHaveAtMostFiveDigits(double value, String words) {
        assertThat(Words.value(value)).isEqualTo(words);
    }
}
