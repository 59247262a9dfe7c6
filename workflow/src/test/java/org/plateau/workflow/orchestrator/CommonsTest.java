package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailConflictException;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailStore;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.simulated.OrchestratorProcess;
import org.plateau.workflow.simulated.RecordingStore;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.SimulatedSearch;

/** How record trails get into the data commons. */
class CommonsTest {
    @TempDir
    Path folder;

    private SimulatedSearch search;

    @BeforeEach
    void prepare() {
        search = new SimulatedSearch(folder);
    }

    /** The keys of all lines in all trails of the run. */
    private List<String> written() {
        RunContents contents = search.contents();
        List<String> keys = new ArrayList<>();
        for (AttemptPlanned planned : contents.events(AttemptPlanned.class)) {
            contents.trail(planned.network(), planned.attempt())
                    .forEach(entry ->
                            keys.add("%s:%d:%d".formatted(entry.network(), entry.attempt(), entry.sequence())));
        }
        return keys;
    }

    /** Refuses batches as told, and records the others. */
    private record Refusing(TrailStore store, Predicate<List<TrailEntry>> refuses, RuntimeException reason)
            implements TrailStore {
        @Override
        public int record(List<TrailEntry> entries) {
            if (refuses.test(entries)) {
                throw reason;
            }
            return store.record(entries);
        }

        @Override
        public void close() {}
    }

    private TrailStore refusing(Predicate<List<TrailEntry>> refuses, RuntimeException reason) {
        return new Refusing(new RecordingStore(search.script()), refuses, reason);
    }

    @Test
    void everyLineOfEveryTrailIsHandedOverOnceAndInOrder() {
        search.script().write("epoch-millis=20");

        search.runWithWorkers();

        List<String> stored = search.script().logged("stored");
        assertThat(stored).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written());
        for (AttemptPlanned planned : search.contents().events(AttemptPlanned.class)) {
            String attempt = "%s:%d:".formatted(planned.network(), planned.attempt());
            assertThat(stored)
                    .filteredOn(key -> key.startsWith(attempt))
                    .containsExactlyElementsOf(written().stream()
                            .filter(key -> key.startsWith(attempt))
                            .toList());
        }
        assertThat(search.warnings()).isEmpty();
    }

    @Test
    void aStoreThatFailsDoesNotStopTheSearchButTheUserIsTold() {
        search.store(refusing(entries -> true, new IllegalStateException("no space left")));

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        assertThat(search.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .isEqualTo("The data commons takes nothing more of this run for now: no space left"))
                .anySatisfy(warning -> assertThat(warning).contains("lacks %d attempts".formatted(attempts())));
        assertThat(search.warnings()).hasSizeLessThanOrEqualTo(3);
    }

    private int attempts() {
        return search.contents().events(AttemptPlanned.class).size();
    }

    @Test
    void whatAStoreFailedToTakeIsHandedOverOnceMoreAtTheEnd() {
        AtomicInteger calls = new AtomicInteger();
        search.store(
                refusing(entries -> calls.incrementAndGet() == 5, new IllegalStateException("database is locked")));

        search.runInline();

        assertThat(search.script().logged("stored")).containsAll(written());
        assertThat(search.warnings()).singleElement().asString().contains("database is locked");
    }

    @Test
    void anAttemptThatTheStoreKnowsWithOtherContentIsNamedAndTheOthersAreTaken() {
        String first = "1:0";
        search.store(refusing(
                entries -> entries.get(0).attempt() == 1
                        && search.contents().network(2).equals(entries.get(0).network()),
                new TrailConflictException("both are shown " + first)));

        search.runInline();

        String attempt = search.contents().network(2) + ":1:";
        assertThat(search.script().logged("stored"))
                .containsExactlyInAnyOrderElementsOf(written().stream()
                        .filter(key -> !key.startsWith(attempt))
                        .toList());
        assertThat(search.warnings())
                .singleElement()
                .asString()
                .contains(search.contents().network(2))
                .contains("both are shown 1:0");
    }

    @Test
    void whatWasWrittenWhileNoOrchestratorRanIsTakenInOnResume() {
        search.script().write("events=hold:1:4:1 hold:2:4:1");
        OrchestratorProcess killed = search.start();
        killed.awaits(() -> search.script().logged("held").size() == 2);
        killed.kill();
        search.script().release();

        search.runInline();

        assertThat(search.script().logged("stored")).containsAll(written());
        assertThat(search.script().logged("violations")).isEmpty();
    }

    @Test
    void anEmptyStoreGetsAllOfTheRunOnResume() throws IOException {
        search.stopWhen(() -> search.script().logged("epochs").size() > 30);
        search.runInline();
        Files.delete(search.script().folder().resolve("stored.log"));

        search.stopWhen(() -> false).runInline();

        assertThat(search.script().logged("stored")).containsAll(written()).doesNotHaveDuplicates();
    }
}
