package org.plateau.core.fitness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitnessMeasureTest {
    @ParameterizedTest
    @CsvSource({
        "val_accuracy, MAXIMIZE, 0, 100",
        "accuracy, MAXIMIZE, 0, 100",
        "test_f1, MAXIMIZE, 0, 1",
        "val_auc, MAXIMIZE, 0, 1",
        "val_iou, MAXIMIZE, 0, 1",
        "val_r2, MAXIMIZE, -Infinity, 1",
        "train_loss, MINIMIZE, 0, Infinity",
        "mflops, MINIMIZE, 0, Infinity",
        "parameters, MINIMIZE, 0, Infinity",
        "seconds, MINIMIZE, 0, Infinity",
        "joules, MINIMIZE, 0, Infinity",
        "val_error, MINIMIZE, 0, 100",
        "val_reward, MAXIMIZE, -Infinity, Infinity",
        "val_ssim, MAXIMIZE, 0, 1",
        "test_kappa, MAXIMIZE, -1, 1",
        "val_psnr, MAXIMIZE, 0, Infinity",
        "val_bleu, MAXIMIZE, 0, 100",
        "val_cer, MINIMIZE, 0, Infinity",
        "val_top5_accuracy, MAXIMIZE, 0, 100",
        "train_ctc_loss, MINIMIZE, 0, Infinity",
        "val_charm, MAXIMIZE, -Infinity, Infinity"
    })
    void aNameBringsItsUsualDirectionAndBounds(String name, Direction direction, double lower, double upper) {
        assertThat(FitnessMeasure.named(name)).isEqualTo(new FitnessMeasure(name, direction, lower, upper));
    }

    @Test
    void onlyANameThatSaysSomethingIsKnown() {
        assertThat(FitnessMeasure.known("test_accuracy")).contains(FitnessMeasure.named("test_accuracy"));
        assertThat(FitnessMeasure.known("val_charm")).isEmpty();
        assertThat(FitnessMeasure.known("val_")).isEmpty();
    }

    @Test
    void boundsBelongToTheMeasureAndNoNumberDoesNot() {
        FitnessMeasure accuracy = FitnessMeasure.named("val_accuracy");

        assertThat(accuracy.contains(0)).isTrue();
        assertThat(accuracy.contains(100)).isTrue();
        assertThat(accuracy.contains(-0.001)).isFalse();
        assertThat(accuracy.contains(100.001)).isFalse();
        assertThat(accuracy.contains(Double.NaN)).isFalse();
        assertThat(accuracy.contains(Double.POSITIVE_INFINITY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Val_accuracy", "val-accuracy", "1st", "val accuracy", "_x"})
    void aNameOfOtherCharactersIsRefusedAndShown(String name) {
        assertThatThrownBy(() -> new FitnessMeasure(name, Direction.MAXIMIZE, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN"})
    void boundsThatDoNotIncreaseAreRefusedAndShown(double lower, double upper) {
        assertThatThrownBy(() -> new FitnessMeasure("loss", Direction.MINIMIZE, lower, upper))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bounds of loss must be increasing, but were [%s, %s]", lower, upper);
    }

    @Test
    void aFitnessSaysWhetherItWasMeasured() {
        assertThat(new Fitness(97.5, Fitness.Origin.MEASURED).measured()).isTrue();
        assertThat(new Fitness(97.5, Fitness.Origin.PREDICTED).measured()).isFalse();
    }
}
