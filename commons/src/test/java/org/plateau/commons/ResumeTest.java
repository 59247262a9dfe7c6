package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.TestResult;

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class ResumeTest {
    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    private static final List<TrailEntry> FIRST = SampleTrails.stopped("abc123", 8);
    private static final List<TrailEntry> SECOND = SampleTrails.entries("abc123", 2, resumed(6, 10));

    @TempDir
    Path folder;

    @Test
    void epochsAfterTheResumedOneNoLongerCount() {
        try (CommonsStore commons = database.commons(folder).open()) {
            commons.record(FIRST);
            commons.record(SECOND);
            requireSecondAttempt(commons);
            LearningCurve curve = commons.curve("abc123", "val_accuracy");
            assertThat(curve.epochs()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(curve.value(5)).isEqualTo(SampleTrails.accuracy(6));
            assertThat(curve.value(6)).isEqualTo(57);
            assertThat(commons.find("abc123").progress().seconds()).isEqualTo(25);
        }
    }

    @Test
    void aLateLineOfAnOlderAttemptChangesNothingThatCounts() {
        try (CommonsStore commons = database.commons(folder).open()) {
            commons.record(FIRST.subList(0, 23));
            commons.record(SECOND);
            commons.record(FIRST);
            requireSecondAttempt(commons);
            assertThat(commons.trail("abc123")).hasSize(FIRST.size() + SECOND.size());
        }
    }

    @Test
    void anAttemptFromTheBeginningMakesAllOlderEpochsNotCount() {
        List<TrailEntry> again = SampleTrails.entries(
                "abc123",
                2,
                List.of(
                        SampleTrails.generated("s1", 2),
                        SampleTrails.started(Optional.empty()),
                        SampleTrails.epoch(1, 33)));
        try (CommonsStore commons = database.commons(folder).open()) {
            commons.record(FIRST);
            commons.record(again);
            assertThat(commons.curve("abc123", "val_accuracy"))
                    .isEqualTo(LearningCurve.of(new double[] {1}, new double[] {33}));
            assertThat(commons.forecasts("abc123")).isEmpty();
            assertThat(commons.verdicts("abc123")).isEmpty();
            Standing standing = commons.find("abc123").standing();
            assertThat(standing.status()).isEqualTo(Status.TRAINING);
            assertThat(standing.stop()).isEmpty();
            assertThat(standing.told()).contains(new Fitness(95, Fitness.Origin.PREDICTED));
        }
    }

    @Test
    void aTestOfACompletedNetworkLeavesItCompleted() {
        List<TrailEntry> trained = SampleTrails.completed("abc123");
        ResumePoint end = new ResumePoint(1, SampleTrails.HORIZON, "beef");
        List<TrailEvent> test = List.of(
                SampleTrails.generated("s1", 1),
                SampleTrails.started(Optional.of(end)),
                new TrailEvent.NetworkTested(
                        SampleTrails.HORIZON, "beef", new TestResult(Map.of("test_accuracy", 93.5), List.of())),
                new TrailEvent.TrainingEnded(
                        Ending.COMPLETED, SampleTrails.HORIZON, Optional.empty(), "Measured on the test split"));
        try (CommonsStore commons = database.commons(folder).open()) {
            commons.record(trained);
            NetworkSummary before = commons.find("abc123");
            commons.record(SampleTrails.entries("abc123", 2, test.subList(0, 2)));
            requireCompleted(before, commons.find("abc123"));
            commons.record(SampleTrails.entries("abc123", 2, test));
            requireCompleted(before, commons.find("abc123"));
            assertThat(commons.find("abc123").standing().test()).containsEntry("test_accuracy", 93.5);
            assertThat(commons.curve("abc123", "val_accuracy").size()).isEqualTo(SampleTrails.HORIZON);
        }
    }

    private static void requireCompleted(NetworkSummary before, NetworkSummary now) {
        assertThat(now.standing().status()).isEqualTo(Status.COMPLETED);
        assertThat(now.standing().message()).isEqualTo(before.standing().message());
        assertThat(now.standing().told()).isEqualTo(before.standing().told());
        assertThat(now.standing().attempts()).isEqualTo(2);
        assertThat(now.progress()).isEqualTo(before.progress());
    }

    private static void requireSecondAttempt(CommonsStore commons) {
        NetworkSummary network = commons.find("abc123");
        assertThat(network.progress().epochs()).isEqualTo(10);
        assertThat(network.standing().attempts()).isEqualTo(2);
        assertThat(network.standing().status()).isEqualTo(Status.COMPLETED);
        assertThat(network.standing().stop()).isEmpty();
        assertThat(network.standing().told()).contains(new Fitness(60, Fitness.Origin.MEASURED));
        assertThat(commons.forecasts("abc123"))
                .extracting(TrailEvent.ForecastMade::epoch)
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        assertThat(commons.verdicts("abc123")).hasSize(6).noneMatch(TrailEvent.VerdictGiven::stop);
    }

    private static List<TrailEvent> resumed(int from, int to) {
        List<TrailEvent> events = new ArrayList<>();
        events.add(SampleTrails.generated("s1", 2));
        events.add(SampleTrails.started(Optional.of(new ResumePoint(1, from, "beef"))));
        for (int epoch = from + 1; epoch <= to; epoch++) {
            events.add(SampleTrails.epoch(epoch, 50 + epoch));
        }
        events.add(SampleTrails.ended(Ending.COMPLETED, to, Fitness.Origin.MEASURED, 50 + to));
        return events;
    }
}
