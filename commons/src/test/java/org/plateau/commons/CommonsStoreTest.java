package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.TrailConflictException;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class CommonsStoreTest {
    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    @TempDir
    Path folder;

    private TestCommons place;
    private CommonsStore commons;

    @BeforeEach
    void open() {
        place = database.commons(folder);
        commons = place.open();
    }

    @AfterEach
    void close() {
        if (commons != null) {
            commons.close();
        }
    }

    @Test
    void aRecordedNetworkIsSummedUp() {
        List<TrailEntry> entries = SampleTrails.completed("abc123");
        assertThat(commons.record(entries)).isEqualTo(entries.size());

        NetworkSummary network = commons.find("abc");
        assertThat(commons.list(NetworkQuery.latest(10))).containsExactly(network);
        TrailEvent.NetworkGenerated generated =
                (TrailEvent.NetworkGenerated) entries.get(0).event();
        assertThat(network.id()).isEqualTo("abc123");
        assertThat(network.origin()).isEqualTo(generated.origin());
        assertThat(network.graph().parameters())
                .isEqualTo(generated.architecture().parameters());
        assertThat(network.graph().mflops()).isEqualTo(generated.architecture().flops() / 1e6);
        assertThat(network.assignment())
                .isEqualTo(new Assignment("digits", "f00d", 15, "val_accuracy", Direction.MAXIMIZE, 43));
        assertThat(network.progress())
                .isEqualTo(
                        new Progress(15, SampleTrails.accuracy(15), SampleTrails.accuracy(15), 15 * 2.5, Double.NaN));
        Standing standing = network.standing();
        assertThat(standing.status()).isEqualTo(Status.COMPLETED);
        assertThat(standing.told()).contains(new Fitness(SampleTrails.accuracy(15), Fitness.Origin.MEASURED));
        assertThat(standing.stop()).isEmpty();
        assertThat(standing.test()).containsOnlyKeys("test_accuracy");
        assertThat(standing.attempts()).isEqualTo(1);
        assertThat(standing.created()).isEqualTo(entries.get(0).time());
        assertThat(standing.updated()).isEqualTo(entries.get(entries.size() - 1).time());
    }

    @Test
    void whatWasRecordedIsReadBack() {
        List<TrailEntry> entries = SampleTrails.stopped("abc123", 8);
        commons.record(entries);
        assertThat(commons.trail("abc123")).isEqualTo(entries);
        LearningCurve curve = commons.curve("abc123", "val_accuracy");
        assertThat(curve.size()).isEqualTo(8);
        assertThat(curve.value(7)).isEqualTo(SampleTrails.accuracy(8));
        assertThat(commons.curves("abc123")).hasSize(6).containsEntry("val_accuracy", curve);
        assertThat(commons.curve("abc123", "val_f1")).isEqualTo(LearningCurve.empty());
        assertThat(commons.forecasts("abc123")).isEqualTo(events(entries, TrailEvent.ForecastMade.class));
        assertThat(commons.verdicts("abc123")).isEqualTo(events(entries, TrailEvent.VerdictGiven.class));
        assertThat(commons.find("abc123").standing().stop())
                .contains(new StopReason("converged", "It converged at epoch 8.0."));
    }

    @Test
    void whatIsKnownChangesNothing() {
        List<TrailEntry> entries = SampleTrails.completed("abc123");
        commons.record(entries.subList(0, 20));
        assertThat(commons.record(entries.subList(5, 20))).isZero();
        assertThat(commons.record(entries)).isEqualTo(entries.size() - 20);
        assertThat(commons.record(entries)).isZero();
        assertThat(commons.trail("abc123")).isEqualTo(entries);
        assertThat(commons.record(List.of())).isZero();
    }

    @Test
    void aKnownEntryWithOtherContentIsRefusedAndBothAreShown() {
        List<TrailEntry> entries = SampleTrails.completed("abc123");
        commons.record(entries);
        TrailEntry known = entries.get(2);
        TrailEntry other = new TrailEntry("abc123", 1, 2, known.time(), SampleTrails.epoch(1, 12.25));
        assertThatThrownBy(() -> commons.record(List.of(other)))
                .isInstanceOf(TrailConflictException.class)
                .hasMessageContaining("Entry 2 of network abc123, attempt 1")
                .hasMessageContaining("\"val_accuracy\":12.25")
                .hasMessageContaining("\"val_accuracy\":50.0");
    }

    @Test
    void ofEntriesOfWhichOneIsRefusedNoneIsTaken() {
        List<TrailEntry> known = SampleTrails.completed("abc123");
        commons.record(known);
        TrailEntry wrong = new TrailEntry("abc123", 1, 2, known.get(2).time(), SampleTrails.epoch(1, 12.25));
        List<TrailEntry> batch = new java.util.ArrayList<>(SampleTrails.completed("aaa111"));
        batch.add(wrong);
        assertThatThrownBy(() -> commons.record(batch)).isInstanceOf(TrailConflictException.class);
        assertThat(commons.list(NetworkQuery.latest(10)))
                .extracting(NetworkSummary::id)
                .containsExactly("abc123");
        assertThat(place.trail("aaa111")).doesNotExist();
    }

    @Test
    void aGapIsRefusedWithWhatWasExpected() {
        List<TrailEntry> entries = SampleTrails.completed("abc123");
        commons.record(entries.subList(0, 4));
        assertThatThrownBy(() -> commons.record(entries.subList(5, 9)))
                .isInstanceOf(TrailOrderException.class)
                .hasMessage("Network abc123, attempt 1 has 4 entries, so entry 4 was expected next, but 5 came");
        assertThatThrownBy(() -> commons.record(List.of(entries.get(4), entries.get(6))))
                .isInstanceOf(TrailOrderException.class)
                .hasMessageContaining("6 came after 4");
        assertThat(commons.trail("abc123")).isEqualTo(entries.subList(0, 4));
    }

    @Test
    void aTrailThatDoesNotBeginWithItsNetworkIsRefused() {
        List<TrailEntry> entries = SampleTrails.entries(
                "abc123", 1, List.of(SampleTrails.started(Optional.empty()), SampleTrails.epoch(1, 50)));
        assertThatThrownBy(() -> commons.record(entries))
                .isInstanceOf(TrailOrderException.class)
                .hasMessageContaining("must begin with the network's generation, but began with AttemptStarted");
    }

    private static <E extends TrailEvent> List<E> events(List<TrailEntry> entries, Class<E> type) {
        return entries.stream()
                .map(TrailEntry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
