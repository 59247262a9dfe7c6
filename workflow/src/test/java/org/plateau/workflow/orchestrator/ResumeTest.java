package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailEvent;
import org.plateau.formats.trail.TrailFileException;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalException;
import org.plateau.workflow.run.RunFolderException;
import org.plateau.workflow.simulated.OrchestratorProcess;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

/** Taking up a run again, and what cannot be taken up. */
class ResumeTest {
    @TempDir
    Path folder;

    private SimulatedSearch search;

    @BeforeEach
    void prepare() {
        search = new SimulatedSearch(folder);
    }

    /** A search that was stopped in the middle, with attempts that have no end in the journal. */
    private void stopInTheMiddle() {
        search.stopWhen(() -> search.script().logged("epochs").size() > 20);
        assertThat(search.runInline().finished()).isFalse();
        search.stopWhen(() -> false);
    }

    private AttemptPlanned openAttempt() {
        RunContents contents = search.contents();
        return contents.events(AttemptPlanned.class).stream()
                .filter(planned -> contents.events(JournalEvent.AttemptEnded.class).stream()
                        .noneMatch(
                                end -> end.network().equals(planned.network()) && end.attempt() == planned.attempt()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> journal() throws IOException {
        return Files.readAllLines(search.folder().journal());
    }

    private void rewrite(List<String> lines) throws IOException {
        Files.writeString(search.folder().journal(), String.join("\n", lines) + "\n");
    }

    @Test
    void aSecondOrchestratorAtTheSameRunIsRefusedAndToldWhoIsThere() {
        search.script().write("events=hold:1:2:*");
        OrchestratorProcess first = search.start();
        first.awaits(() -> !search.script().logged("held").isEmpty());
        try {
            assertThat(RunLock.held(search.folder())).isTrue();
            assertThatThrownBy(search::runInline)
                    .isInstanceOf(RunFolderException.class)
                    .hasMessageContaining(
                            "Another orchestrator is at " + search.folder().root())
                    .hasMessageContaining("pid %d on ".formatted(first.pid()));
        } finally {
            search.script().release();
        }
        assertThat(first.exitCode()).isZero();
        assertThat(RunLock.held(search.folder())).isFalse();
        assertThat(search.contents().events(JournalEvent.SearchResumed.class)).isEmpty();
    }

    @Test
    void aRunOfAnotherLayoutIsRefusedWithBothVersions() throws IOException {
        stopInTheMiddle();
        List<String> lines = journal();
        lines.set(0, lines.get(0).replace("\"format\":1", "\"format\":2,\"unheard_of\":{}"));
        rewrite(lines);

        assertThatThrownBy(search::runInline)
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("layout version 2, but this Plateau reads version 1");
    }

    @Test
    void anotherConfigurationIsRefusedWithTheKeysThatDiffer() {
        stopInTheMiddle();
        search.setting().seed(99).epochs(13).objectives("val_accuracy", "parameters");

        assertThatThrownBy(search::runInline)
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("seed was 1, now it is 99")
                .hasMessageContaining("training.epochs was 12, now it is 13")
                .hasMessageContaining("objectives[1].measure.name was \"mflops\", now it is \"parameters\"")
                .hasMessageNotContaining("budget")
                .hasMessageNotContaining("workers");
        search.setting().seed(1).epochs(12).objectives("val_accuracy", "mflops");
        assertThat(search.runInline().finished()).isTrue();
    }

    @Test
    void aLargerBudgetProlongsASearchThatHadEnded() {
        assertThat(search.runInline().networks()).hasSize(8);
        search.setting().budget(Setting.networks(10));

        SearchReport report = search.runInline();

        assertThat(report.networks()).hasSize(10);
        assertThat(report.finished()).isTrue();
        assertThat(report.ended()).hasValue("10 networks were asked for");
    }

    @Test
    void aSearchThatHasEndedIsOnlyReported() throws IOException {
        SearchReport first = search.runWithWorkers();
        List<String> journal = journal();
        int opened = search.script().logged("opened").size();

        SearchReport again = search.runWithWorkers();

        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("elapsedSeconds")
                .isEqualTo(first);
        assertThat(journal()).isEqualTo(journal);
        assertThat(search.script().logged("opened")).hasSize(opened);
    }

    @Test
    void aSearchThatWasProlongedAndEndedIsOnlyReportedToo() throws IOException {
        search.runInline();
        search.setting().budget(Setting.networks(9));
        search.runInline();
        List<String> journal = journal();

        assertThat(search.runInline().finished()).isTrue();
        assertThat(journal()).isEqualTo(journal);
    }

    @Test
    void aDatasetThatHasChangedIsRefusedWithBothFingerprints() throws IOException {
        stopInTheMiddle();
        List<String> journal = journal();
        search.script().write("fingerprint=beef");

        assertThatThrownBy(search::runInline)
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("The dataset simulated has changed")
                .hasMessageContaining("f00d")
                .hasMessageContaining("beef");
        assertThat(journal()).isEqualTo(journal);

        search.script().write();
        assertThat(search.runInline().finished()).isTrue();
    }

    @Test
    void aTornLastLineOfTheJournalNeverActedAndIsCutOff() throws IOException {
        SimulatedSearch undisturbed = new SimulatedSearch(folder.resolve("undisturbed"));
        undisturbed.runInline();
        stopInTheMiddle();
        String whole = Files.readString(search.folder().journal());
        Files.writeString(search.folder().journal(), "{\"sequence\":7,\"ti", StandardOpenOption.APPEND);

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        assertThat(Files.readString(search.folder().journal())).startsWith(whole);
        assertThat(search.contents().stories()).isEqualTo(undisturbed.contents().stories());
    }

    @Test
    void aBrokenLineInTheMiddleOfTheJournalIsNamed() throws IOException {
        stopInTheMiddle();
        List<String> lines = journal();
        lines.set(4, lines.get(4).substring(0, 30));
        rewrite(lines);

        assertThatThrownBy(search::runInline)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(search.folder().journal() + ", line 5");
        assertThat(journal()).isEqualTo(lines);
    }

    @Test
    void aMissingLineOfTheJournalIsNamed() throws IOException {
        stopInTheMiddle();
        List<String> lines = journal();
        lines.remove(4);
        rewrite(lines);

        assertThatThrownBy(search::runInline)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("line 5: expected sequence 4, but found 5");
    }

    @Test
    void aJournalThatBeginsWithSomethingElseIsRefused() throws IOException {
        stopInTheMiddle();
        Journal.Line line = Journal.read(search.folder().journal()).get(1);
        assertThat(line.event()).isInstanceOf(JournalEvent.Asked.class);
        rewrite(List.of(journal().get(1).replace("\"sequence\":1", "\"sequence\":0")));

        assertThatThrownBy(search::runInline)
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("line 1: expected the beginning of a search");
    }

    @Test
    void aSearcherThatProposesOtherNetworksThanTheJournalIsRefused() throws IOException {
        stopInTheMiddle();
        List<String> lines = journal();
        List<JournalEvent.Asked> asked = search.contents().events(JournalEvent.Asked.class);
        String genome = asked.get(0).candidate().genome();
        String other = asked.get(1).candidate().genome();
        lines.set(1, lines.get(1).replace(genome, other));
        rewrite(lines);

        assertThatThrownBy(search::runInline)
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("does not propose network 1 of the journal again");
    }

    @Test
    void aTornLastLineOfATrailIsLeftOutAndItsEpochTrainedAgain() throws IOException {
        SimulatedSearch undisturbed = new SimulatedSearch(folder.resolve("undisturbed"));
        undisturbed.setting().workers(1);
        undisturbed.runInline();
        search.setting().workers(1);
        search.script().write("events=throw-disk:2:6:1");
        assertThatThrownBy(search::runWithWorkers).hasMessage("The disk is gone");
        search.script().write();
        String network = search.contents().network(2);
        Path trail = search.folder().attempt(network, 1).trail();
        forgetEndOf(network);
        List<String> lines = Files.readAllLines(trail);
        int last = lastIndexOf(lines, "epoch_measured");
        String torn = lines.get(last);
        Files.writeString(
                trail, String.join("\n", lines.subList(0, last)) + "\n" + torn.substring(0, torn.length() / 2));

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        assertThat(search.contents().attempts(network).get(1).resume()).isEmpty();
        assertThat(search.script().logged("epochs")).contains("2:1:2", "2:5:2");
        assertThat(search.contents().stories()).isEqualTo(undisturbed.contents().stories());
    }

    @Test
    void aVerdictThatWasNotWrittenAnyMoreIsGivenBeforeTheNextEpoch() throws IOException {
        SimulatedSearch undisturbed = new SimulatedSearch(folder.resolve("undisturbed"));
        undisturbed.runInline();
        RunContents expected = undisturbed.contents();
        int ask = expected.stories().entrySet().stream()
                .filter(entry -> entry.getValue().endings().get(0).startsWith("SEARCH STOPPED"))
                .findFirst()
                .orElseThrow()
                .getKey();
        search.stopWhen(() -> epochsOf(ask) > 0);
        search.runInline();
        search.stopWhen(() -> false);
        // The state of the disk when the worker dies between the measurement that stops the network and its verdict.
        String network = search.contents().network(ask);
        Path trail = search.folder().attempt(network, 1).trail();
        List<String> lines = Files.readAllLines(trail);
        int measured = lastIndexOf(lines, "epoch_measured");
        assertThat(String.join("\n", lines.subList(measured, lines.size()))).contains("\"ending\":\"stopped\"");
        Files.writeString(trail, String.join("\n", lines.subList(0, measured + 1)) + "\n");
        forgetEndOf(network);
        int epochs = epochsOf(ask);

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        AttemptPlanned second = search.contents().attempts(network).get(1);
        assertThat(second.purpose()).isEqualTo(JournalEvent.Purpose.SEARCH);
        assertThat(search.contents().trail(network, 2))
                .noneMatch(entry -> entry.event() instanceof TrailEvent.EpochMeasured);
        assertThat(search.contents().stories()).isEqualTo(expected.stories());
        boolean finished = expected.front().contains(ask);
        assertThat(epochsOf(ask)).isEqualTo(finished ? 12 : epochs);
    }

    private int epochsOf(int ask) {
        return (int) search.script().logged("epochs").stream()
                .filter(line -> line.startsWith(ask + ":"))
                .count();
    }

    @Test
    void aBrokenLineInTheMiddleOfATrailIsNamed() throws IOException {
        stopInTheMiddle();
        AttemptPlanned open = openAttempt();
        Path trail = search.folder().attempt(open.network(), open.attempt()).trail();
        Files.createDirectories(trail.getParent());
        Files.writeString(trail, "{\"version\":1}\nnot json\n");

        assertThatThrownBy(search::runInline)
                .isInstanceOf(TrailFileException.class)
                .hasMessageContaining(trail + ", line 1");
    }

    @Test
    void anAttemptThatWasPlannedButHasNoTaskYetIsDoneAgain() throws IOException {
        SimulatedSearch undisturbed = new SimulatedSearch(folder.resolve("undisturbed"));
        undisturbed.runInline();
        search.script().write("events=halt:1:4:1");
        search.stopWhen(() -> search.script().logged("epochs").stream().anyMatch(line -> line.endsWith(":2")));
        search.runWithWorkers();
        search.stopWhen(() -> false);
        // The state of the disk when the orchestrator dies between planning the second attempt and writing its task.
        String network = search.contents().network(1);
        List<String> lines = journal();
        int planned = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("attempt_planned") && lines.get(i).contains(network)) {
                planned = i;
            }
        }
        rewrite(lines.subList(0, planned + 1));
        assertThat(search.contents().attempts(network).get(1).resume()).isPresent();
        deleteAll(search.folder().attempt(network, 2).root());

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        assertThat(search.contents().stories()).isEqualTo(undisturbed.contents().stories());
    }

    /** Cuts the journal before it took note of how the first attempt at a network ended. */
    private void forgetEndOf(String network) throws IOException {
        List<String> lines = journal();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("attempt_ended") && lines.get(i).contains(network)) {
                rewrite(lines.subList(0, i));
                return;
            }
        }
    }

    private static int lastIndexOf(List<String> lines, String word) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).contains(word)) {
                return i;
            }
        }
        throw new IllegalStateException("No line contains " + word);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
