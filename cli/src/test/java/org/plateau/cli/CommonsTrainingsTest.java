package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsStore;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.core.dataset.Split;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.prediction.FinishedTraining;

/** Which trainings of the data commons a new search begins with. */
class CommonsTrainingsTest {
    private static final Shape.Image SMALL = new Shape.Image(1, 8, 8);
    private static final Shape.Image LARGE = new Shape.Image(3, 16, 16);
    private static final DatasetProperties OWN = RecordedSearch.dataset("0wn", SMALL, "a", "b");

    @TempDir
    Path folder;

    private CommonsStore store;

    @BeforeEach
    void open() {
        store = Commons.open(folder.resolve("plateau.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> alike(String measure, PixelTransform transform) {
        return trainings(measure, transform).stream()
                .map(FinishedTraining::network)
                .toList();
    }

    private List<FinishedTraining> trainings(String measure, PixelTransform transform) {
        return new CommonsTrainings(store)
                .alike(
                        new DatasetSpecification(
                                "own",
                                new DatasetSource.Folder(folder, new DatasetSource.Labelling.ByDirectory()),
                                new Split(0.8, 0.2, 0, 1),
                                transform),
                        OWN,
                        new TrainingConfiguration(
                                3,
                                32,
                                new Optimizer.Sgd(0.025, 0.9, 3e-4, false),
                                new Schedule.Cosine(0),
                                5,
                                FitnessMeasure.named(measure),
                                new Retention.Last()));
    }

    private static double[] curve(double... values) {
        return values;
    }

    @Test
    void thoseOnTheSameDatasetComeLastAndSimilarOnesBeforeThem() {
        RecordedSearch.record(store, "own", OWN, 3, curve(50, 60, 70), curve(50, 60), curve(50, 65, 75));
        RecordedSearch.record(
                store, "classes", RecordedSearch.dataset("2c", LARGE, "x", "y"), 2, curve(50, 90), curve(40, 80));
        RecordedSearch.record(store, "images", RecordedSearch.dataset("8x8", SMALL, "x", "y", "z"), 2, curve(30, 31));
        RecordedSearch.record(store, "strange", RecordedSearch.dataset("3c", LARGE, "x", "y", "z"), 2, curve(30, 31));

        List<String> alike = alike("val_accuracy", PixelTransform.NONE);
        assertThat(alike).hasSize(5).endsWith("own-1", "own-3");
        assertThat(alike.subList(0, 3)).containsExactlyInAnyOrder("classes-1", "classes-2", "images-1");
        assertThat(alike.indexOf("classes-1")).isLessThan(alike.indexOf("classes-2"));
        assertThat(alike("val_accuracy", PixelTransform.LOG1P))
                .containsExactly("classes-1", "classes-2", "own-1", "own-3");
        assertThat(alike("val_loss", PixelTransform.NONE)).isEmpty();
    }

    @Test
    void aTrainingHasItsSeriesAndTheNumbersOfItsNetwork() {
        RecordedSearch.record(store, "own", OWN, 3, curve(50, 60, 70));

        FinishedTraining training =
                trainings("val_accuracy", PixelTransform.NONE).get(0);

        assertThat(training.complete()).isTrue();
        assertThat(training.dataset()).isEqualTo("0wn");
        assertThat(training.series()).containsOnlyKeys("val_accuracy", "seconds");
        assertThat(training.series()).hasEntrySatisfying("val_accuracy", curve -> assertThat(curve.values())
                .containsExactly(50, 60, 70));
        assertThat(training.features())
                .containsEntry("parameters", 130.0)
                .containsEntry("dataset_classes", 2.0)
                .containsEntry("chance", 50.0);
        assertThat(new CommonsTrainings(store).named("own-1")).contains(training);
        assertThat(new CommonsTrainings(store).named("own-2")).isEmpty();
    }

    @Test
    void thereAreSixtyFourAtMostTheNewestOfTheSameDatasetFirst() {
        double[][] many = Collections.nCopies(60, curve(50, 60)).toArray(double[][]::new);
        RecordedSearch.record(store, "own", OWN, 2, many);
        RecordedSearch.record(store, "other", RecordedSearch.dataset("2c", LARGE, "x", "y"), 2, many);

        List<String> alike = alike("val_accuracy", PixelTransform.NONE);
        assertThat(alike).hasSize(64).startsWith("other-57", "other-58", "other-59", "other-60", "own-1");

        RecordedSearch.record(store, "newer", OWN, 2, many);
        assertThat(alike("val_accuracy", PixelTransform.NONE))
                .hasSize(64)
                .noneMatch(network -> network.startsWith("other"));
    }
}
