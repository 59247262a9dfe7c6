package org.plateau.workflow.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.ResumePoint;
import org.plateau.search.Candidate;
import org.plateau.workflow.journal.JournalEvent.CpuSeconds;
import org.plateau.workflow.journal.JournalEvent.Purpose;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final List<JournalEvent> EVENTS = List.of(
            new JournalEvent.Asked(new Candidate(1, 0, "[[1]]", "random", List.of()), "abc", 5),
            new JournalEvent.AttemptPlanned(
                    "abc", 2, Purpose.FINISH, Optional.of(new ResumePoint(1, 6, "f00")), 0, Optional.empty()),
            new JournalEvent.AttemptEnded(
                    "abc",
                    2,
                    Ending.STOPPED,
                    6,
                    Optional.of(new Fitness(0.1 + 0.2, Fitness.Origin.PREDICTED)),
                    Map.of("val_loss", Double.NaN, "seconds", Double.POSITIVE_INFINITY),
                    true,
                    "line\nbreak – “quoted”"),
            new JournalEvent.Told(1, List.of(-99.12345678901234, 4.9e-324), true),
            new JournalEvent.ToldFailed(2, "why"),
            new JournalEvent.AskingEnded("enough"),
            new JournalEvent.SearchInterrupted("asked to stop", 1.5),
            new JournalEvent.SearchFinished(List.of("abc"), 2.5, new CpuSeconds(1, 2, 3, 4, 5)));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void prepare() {
        file = folder.resolve("journal.jsonl");
    }

    private Journal open() {
        return Journal.open(file, () -> NOW);
    }

    @Test
    void eventsAreReadBackAsTheyWereWrittenOneLineEach() throws IOException {
        try (Journal journal = open()) {
            EVENTS.forEach(journal::append);
            assertThat(Journal.read(file)).hasSize(EVENTS.size());
        }

        assertThat(Journal.read(file)).extracting(Journal.Line::event).containsExactlyElementsOf(EVENTS);
        assertThat(Journal.read(file)).extracting(Journal.Line::time).containsOnly(NOW);
        assertThat(Files.readAllLines(file)).hasSize(EVENTS.size());
    }

    @Test
    void aJournalIsWrittenOnBehindItsLastWholeLine() throws IOException {
        try (Journal journal = open()) {
            journal.append(EVENTS.get(0));
        }
        Files.writeString(file, "{\"sequence\":1,\"time", StandardOpenOption.APPEND);

        try (Journal journal = open()) {
            assertThat(journal.append(EVENTS.get(1)).sequence()).isEqualTo(1);
        }

        assertThat(Journal.read(file)).extracting(Journal.Line::event).containsExactly(EVENTS.get(0), EVENTS.get(1));
    }

    @Test
    void aJournalThatCannotBeMadeIsNamed() {
        Path impossible = folder.resolve("not-there").resolve("journal.jsonl");

        assertThatThrownBy(() -> Journal.open(impossible, () -> NOW))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(impossible.toString());
    }

    @Test
    void aJournalThatIsClosedTakesNoMore() {
        Journal journal = open();
        journal.close();

        assertThatThrownBy(() -> journal.append(EVENTS.get(0)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("Cannot write line 1 of the journal " + file);
    }
}
