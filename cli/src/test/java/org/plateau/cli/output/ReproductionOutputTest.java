package org.plateau.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plateau.workflow.reproduction.Comparison;
import org.plateau.workflow.reproduction.Comparison.MeasureDifference;
import org.plateau.workflow.reproduction.EnvironmentDifference;

final class ReproductionOutputTest {
    private static final Comparison IDENTICAL =
            new Comparison("0b95", "77aa", 1, 6, List.of(), 6, List.of(), Optional.empty(), List.of());

    private static final Comparison OTHER = new Comparison(
            "0b95",
            "77aa",
            1,
            6,
            List.of(
                    new MeasureDifference(3, "train_loss", Optional.of(0.25), Optional.of(0.2500001)),
                    new MeasureDifference(6, "val_accuracy", Optional.of(90.0), Optional.empty())),
            5,
            List.of(3.0, 4.0),
            Optional.of("The reproduced training diverged, the recorded one did not"),
            List.of(
                    new EnvironmentDifference("host", List.of("a", "b"), "c"),
                    new EnvironmentDifference("gpu", List.of("H100"), "")));

    @Test
    void identicalTrainingsAreToldInThreeLines() {
        assertThat(ReproductionOutput.text(IDENTICAL)).isEqualTo("""
                network 0b95, epochs 1 to 6, trained again as 77aa: identical
                The weights are the same after all 6 epochs
                The environment is the same
                """);
    }

    @Test
    void whatDiffersIsListedByEpochAndThenTheEnvironment() {
        assertThat(ReproductionOutput.text(OTHER)).isEqualTo("""
                network 0b95, epochs 1 to 6, trained again as 77aa: not identical
                The weights are others after 2 of 5 epochs, first after epoch 3
                The reproduced training diverged, the recorded one did not

                epoch  measure       recorded  reproduced  difference
                    3  train_loss        0.25  0.2500001    1.000e-07
                    6  val_accuracy      90.0  none

                What differs in the environment
                what  recorded  here
                host  a and b   c
                gpu   H100      none
                """);
    }

    @Test
    void jsonSaysFirstWhetherTheyAreIdentical() {
        assertThat(ReproductionOutput.json(IDENTICAL)).startsWith("{\n  \"identical\" : true,");
        assertThat(ReproductionOutput.json(OTHER))
                .startsWith("{\n  \"identical\" : false,")
                .contains("\"measure\" : \"train_loss\"")
                .contains("\"other_weights\" : [ 3.0, 4.0 ]");
    }
}
