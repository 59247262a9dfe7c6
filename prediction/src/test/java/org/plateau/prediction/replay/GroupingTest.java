package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plateau.prediction.replay.Recorded.curve;
import static org.plateau.prediction.replay.Recorded.training;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.LearningCurve;

class GroupingTest {
    private static final double NAN = Double.NaN;

    @Test
    void theHorizonIsTheUsualEndAndTheRestIsCutExcludedOrDiverged() {
        ReplayGroup group = only(Grouping.of(List.of(
                accuracy("usual", 10, 20, 30),
                accuracy("longer", 10, 20, 40, 50),
                accuracy("shorter", 10, 20),
                accuracy("usual too", 10, 20, 35),
                accuracy("broke off", 10, NAN),
                accuracy("diverged", 10, 20, NAN),
                accuracy("recovered", 10, NAN, 25),
                accuracy("later", 10, 20, 45, NAN))));

        assertThat(group.horizon()).isEqualTo(3);
        assertThat(group.excluded()).isEqualTo(1);
        assertThat(group.trainings())
                .extracting(ReplayTraining::id)
                .containsExactly("usual", "longer", "usual too", "broke off", "diverged", "recovered", "later");
        assertThat(group.trainings())
                .extracting(ReplayTraining::truth)
                .containsExactly(30.0, 40.0, 35.0, 0.0, 0.0, 25.0, 45.0);
        assertThat(group.trainings())
                .extracting(ReplayTraining::diverged)
                .containsExactly(false, false, false, true, true, false, false);
        assertThat(group.trainings())
                .extracting(ReplayTraining::end)
                .containsExactly(3.0, 3.0, 3.0, 2.0, 3.0, 3.0, 3.0);
    }

    @Test
    void ofEquallyCommonEndsTheLargerIsTheHorizon() {
        ReplayGroup group = only(Grouping.of(List.of(accuracy("a", 1, 2), accuracy("b", 1, 2, 3))));

        assertThat(group.horizon()).isEqualTo(3);
        assertThat(group.excluded()).isEqualTo(1);
    }

    @Test
    void theHorizonThatASourceStatesCountsEvenWhereMostWereStopped() {
        ReplayGroup group = only(Grouping.of(List.of(
                stated("stopped", curve(10, 20)),
                stated("stopped too", curve(10, 20)),
                stated("whole", curve(1, 2, 3)))));

        assertThat(group.horizon()).isEqualTo(3);
        assertThat(group.trainings()).extracting(ReplayTraining::id).containsExactly("whole");
        assertThat(group.excluded()).isEqualTo(2);
    }

    private static RecordedTraining stated(String id, LearningCurve curve) {
        return new RecordedTraining("s", id, "d", Map.of("val_accuracy", curve), Map.of(), OptionalDouble.of(3));
    }

    @Test
    void aHorizonBetweenTwoSamplesTakesTheEarlierOneForTheTruth() {
        LearningCurve sparse = LearningCurve.of(new double[] {2, 4}, new double[] {10, 90});
        ReplayGroup group = only(Grouping.of(List.of(
                accuracy("a", 1, 2, 3), accuracy("b", 1, 2, 3), training("sparse", Map.of("val_accuracy", sparse)))));

        assertThat(group.trainings()).last().satisfies(training -> {
            assertThat(training.truth()).isEqualTo(10);
            assertThat(training.end()).isEqualTo(2);
        });
    }

    @Test
    void targetsAreWhatWasNotTrainedOnAndCompanionsAllButOtherTests() {
        List<ReplayGroup> groups = Grouping.of(List.of(training(
                "one",
                Map.of(
                        "train_loss", curve(3, 2, 1),
                        "val_accuracy", curve(50, 60),
                        "val_loss", curve(3, 2),
                        "test_accuracy", curve(51, 61),
                        "val_seconds", curve(1, 1),
                        "seconds", curve(9, 9)))));

        assertThat(groups)
                .extracting(ReplayGroup::metric)
                .containsExactlyInAnyOrder("val_accuracy", "val_loss", "test_accuracy");
        ReplayTraining training = groups.stream()
                .filter(group -> group.metric().equals("val_accuracy"))
                .findFirst()
                .orElseThrow()
                .trainings()
                .get(0);
        assertThat(training.companions()).containsOnlyKeys("train_loss", "val_loss", "val_seconds", "seconds");
        assertThat(training.companions()).extractingByKey("train_loss").isEqualTo(curve(3, 2));
    }

    @Test
    void numberedNetworksComeByTheirNumberWithinTheirRun() {
        List<RecordedTraining> recorded = List.of(
                accuracy("stopped_arch51", 1, 2),
                accuracy("full_arch10", 1, 2),
                accuracy("other", 1, 2),
                accuracy("stopped_arch9", 1, 2),
                accuracy("full_arch2", 1, 2));

        assertThat(only(Grouping.of(recorded)).trainings())
                .extracting(ReplayTraining::id)
                .containsExactly("stopped_arch9", "stopped_arch51", "full_arch2", "full_arch10", "other");
    }

    @Test
    void sourcesAndDatasetsAreGroupsOfTheirOwn() {
        Map<String, LearningCurve> series = Map.of("val_accuracy", curve(1, 2));
        List<ReplayGroup> groups = Grouping.of(List.of(
                new RecordedTraining("a", "1", "x", series, Map.of(), OptionalDouble.empty()),
                new RecordedTraining("a", "2", "y", series, Map.of(), OptionalDouble.empty()),
                new RecordedTraining("b", "3", "x", series, Map.of(), OptionalDouble.empty()),
                new RecordedTraining("a", "4", "x", series, Map.of(), OptionalDouble.empty())));

        assertThat(groups)
                .extracting(group ->
                        group.source() + group.dataset() + group.trainings().size())
                .containsExactly("ax2", "ay1", "bx1");
    }

    @Test
    void trainingsThatAllDivergedAreAGroupOfWorstValues() {
        ReplayGroup group = only(Grouping.of(List.of(accuracy("a", 50, NAN), accuracy("b", NAN))));

        assertThat(group.horizon()).isEqualTo(2);
        assertThat(group.trainings()).extracting(ReplayTraining::truth).containsExactly(0.0, 0.0);
    }

    private static RecordedTraining accuracy(String id, double... values) {
        return training(id, Map.of("val_accuracy", curve(values)));
    }

    private static ReplayGroup only(List<ReplayGroup> groups) {
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }
}
