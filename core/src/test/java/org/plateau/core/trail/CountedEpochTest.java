package org.plateau.core.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.provenance.Environment;

final class CountedEpochTest {
    private static final Environment HERE =
            new Environment("1", "c", "j", "s", "h", "p", Optional.empty(), "e", "1", "cpu", 1);

    private final List<TrailEntry> trail = new ArrayList<>();

    private void attempt(int attempt, Optional<ResumePoint> from, int first, int last) {
        int sequence = 0;
        add(attempt, sequence++, new TrailEvent.AttemptStarted(from, HERE));
        for (int epoch = first; epoch <= last; epoch++) {
            Measurement measurement = new Measurement(epoch, Map.of("val_accuracy", 10.0 * attempt + epoch));
            Optional<String> checkpoint = Optional.of("%d-%d".formatted(attempt, epoch));
            add(attempt, sequence++, new TrailEvent.EpochMeasured(measurement, checkpoint));
        }
        add(attempt, sequence, new TrailEvent.TrainingEnded(Ending.INTERRUPTED, last, Optional.empty(), ""));
    }

    private void add(int attempt, int sequence, TrailEvent event) {
        trail.add(new TrailEntry("n", attempt, sequence, Instant.EPOCH, event));
    }

    private List<String> counted() {
        return CountedEpoch.of(trail).stream()
                .map(epoch -> epoch.checkpoint().orElseThrow())
                .toList();
    }

    private static Optional<ResumePoint> from(int attempt, int epoch) {
        return Optional.of(new ResumePoint(attempt, epoch, "hash"));
    }

    @Test
    void anAttemptFromTheBeginningCountsAlone() {
        attempt(1, Optional.empty(), 1, 3);
        attempt(2, Optional.empty(), 1, 2);
        assertThat(counted()).containsExactly("2-1", "2-2");
    }

    @Test
    void whatAnAttemptGoesOnFromCountsUpToThere() {
        attempt(1, Optional.empty(), 1, 5);
        attempt(2, from(1, 3), 4, 6);
        attempt(3, from(1, 2), 3, 3);
        attempt(4, from(2, 5), 6, 7);
        assertThat(counted()).containsExactly("1-1", "1-2", "1-3", "2-4", "2-5", "4-6", "4-7");
    }

    @Test
    void aTestOfACheckpointCountsEveryEpochUpToIt() {
        attempt(1, Optional.empty(), 1, 4);
        add(2, 0, new TrailEvent.AttemptStarted(from(1, 4), HERE));
        assertThat(counted()).containsExactly("1-1", "1-2", "1-3", "1-4");
        assertThat(CountedEpoch.of(trail).get(3).value("val_accuracy")).isEqualTo(14);
        assertThat(CountedEpoch.of(trail).get(3).value("val_loss")).isNaN();
    }

    @Test
    void theOrderOfTheEntriesDoesNotMatter() {
        attempt(1, Optional.empty(), 1, 5);
        attempt(2, from(1, 3), 4, 6);
        List<String> inOrder = counted();
        long seed = new Random().nextLong();
        Collections.shuffle(trail, new Random(seed));
        assertThat(counted()).as("seed %d", seed).isEqualTo(inOrder);
    }

    @Test
    void aTrailWithoutEpochsHasNone() {
        assertThat(counted()).isEmpty();
        attempt(2, from(1, 3), 4, 4);
        assertThat(counted()).containsExactly("2-4");
    }
}
