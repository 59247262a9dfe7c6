package org.plateau.workflow.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Addition;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Pooling;
import org.plateau.core.architecture.Shape;
import org.plateau.core.architecture.Window;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.fitness.FitnessMeasure;

/** What is told of a network by numbers. */
class NetworkFeaturesTest {
    private static final DatasetProperties DATASET = new DatasetProperties(
            "three",
            "f00d",
            new Shape.Image(1, 8, 6),
            List.of("a", "b", "c"),
            List.of(40, 20, 10),
            List.of(6, 3, 3),
            List.of(),
            List.of(0.0),
            List.of(1.0));

    /** Three convolutions of which two are added on the large images, one on the small ones. */
    private static final Architecture NETWORK = new Architecture(
            new Shape.Image(1, 8, 6),
            List.of(
                    new Node("first", Convolution.same(4, 3), List.of("input")),
                    new Node("second", Convolution.same(4, 3), List.of("first")),
                    new Node("third", Convolution.same(4, 1), List.of("first")),
                    new Node("sum", new Addition(), List.of("first", "second", "third")),
                    new Node("pool", new Pooling(Pooling.Kind.MAXIMUM, Window.square(2, 2, 0)), List.of("sum")),
                    new Node("fourth", Convolution.same(8, 1), List.of("pool")),
                    new Node("alone", new Addition(), List.of("fourth")),
                    new Node("mean", new GlobalAveragePooling(), List.of("alone")),
                    new Node("classes", new Linear(3, true), List.of("mean"))));

    @Test
    void theGraphTellsItsSizeItsDepthAndItsConnectionsStageByStage() {
        Map<String, Double> features = NetworkFeatures.of(NETWORK, DATASET, FitnessMeasure.named("val_loss"));

        assertThat(features)
                .containsEntry("mflops", NETWORK.flops() / 1e6)
                .containsEntry("parameters", (double) NETWORK.parameters())
                .containsEntry("layers", 9.0)
                .containsEntry("depth", 8.0)
                .containsEntry("convolutions", 4.0)
                .containsEntry("merges", 1.0)
                .containsEntry("skips", 2.0)
                .containsEntry("width", 5.0)
                .containsEntry("stage_1_convolutions", 3.0)
                .containsEntry("stage_1_merges", 1.0)
                .containsEntry("stage_2_convolutions", 1.0)
                .containsEntry("stage_2_merges", 0.0)
                .doesNotContainKey("stage_3_convolutions");
    }

    @Test
    void theDatasetTellsItsSizeAndTheWorthOfGuessingWhereTheFitnessIsAnAccuracy() {
        assertThat(NetworkFeatures.of(NETWORK, DATASET, FitnessMeasure.named("val_accuracy")))
                .containsEntry("dataset_classes", 3.0)
                .containsEntry("dataset_images", 70.0)
                .containsEntry("dataset_channels", 1.0)
                .containsEntry("dataset_pixels", 48.0)
                .containsEntry("dataset_balance", 0.25)
                .containsEntry("chance", 50.0);
        assertThat(NetworkFeatures.of(NETWORK, DATASET, FitnessMeasure.named("val_loss")))
                .doesNotContainKey("chance");
    }
}
