package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.trail.TrailEvent.VerdictGiven;
import org.plateau.prediction.ExplorationSettings;
import org.plateau.prediction.ExplorationSettings.Grant;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.rule.Diverged;
import org.plateau.prediction.rule.Patience;
import org.plateau.prediction.rule.RuleSettings;
import org.plateau.workflow.history.HistoryReader;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

/** Networks that go to the horizon although a rule would stop them. The rule here stops every one after epoch 3. */
class ExplorationTest {
    private static final int NETWORKS = 14;
    private static final int FIRST = 3;
    /** No value is better by so much, so the first one is three epochs old after the fourth. */
    private static final RuleSettings IMPATIENT = new Patience(3, 1000);

    @TempDir
    Path folder;

    private SimulatedSearch search;

    @BeforeEach
    void prepare() {
        search = search("search");
    }

    private SimulatedSearch search(String name) {
        SimulatedSearch made = new SimulatedSearch(folder.resolve(name));
        made.setting()
                .budget(Setting.networks(NETWORKS))
                .prediction(new PredictionSettings(
                        "plateau",
                        List.of(Diverged.standard(), IMPATIENT),
                        List.of(),
                        Optional.of(new ExplorationSettings(FIRST, 0.25, 0)),
                        Optional.empty()));
        return made;
    }

    private AttemptPlanned planned(int ask) {
        RunContents contents = search.contents();
        return contents.attempts(contents.network(ask)).stream()
                .filter(planned -> planned.purpose() == Purpose.SEARCH)
                .findFirst()
                .orElseThrow();
    }

    private AttemptEnded end(int ask) {
        return search.contents().events(AttemptEnded.class).stream()
                .filter(end -> end.network().equals(search.contents().network(ask)))
                .findFirst()
                .orElseThrow();
    }

    private List<VerdictGiven> verdicts(int ask) {
        return search.contents().trail(search.contents().network(ask), 1).stream()
                .map(entry -> entry.event())
                .filter(VerdictGiven.class::isInstance)
                .map(VerdictGiven.class::cast)
                .toList();
    }

    @Test
    void theFirstNetworksAndAShareOfTheLaterOnesGoToTheHorizon() {
        search.runInline();

        List<Integer> completed = IntStream.rangeClosed(1, NETWORKS)
                .filter(ask -> end(ask).ending() == Ending.COMPLETED)
                .boxed()
                .toList();
        // A quarter of the networks behind the third: when the fourth, the eighth … of them is asked for.
        assertThat(completed).containsExactly(1, 2, 3, 7, 11);
        for (int ask = 1; ask <= NETWORKS; ask++) {
            Grant expected = ask <= FIRST ? Grant.ALWAYS : completed.contains(ask) ? Grant.IF_NOVEL : Grant.NONE;
            assertThat(planned(ask).grant()).as("ask %d", ask).contains(expected);
            assertThat(end(ask).epoch()).isEqualTo(completed.contains(ask) ? 12 : 4);
        }
        assertThat(new HistoryReader(search.folder().history()).whole())
                .filteredOn(line -> line.explored())
                .extracting(line -> line.training().network())
                .containsExactlyElementsOf(completed.stream()
                        .map(ask -> search.contents().network(ask))
                        .toList());
    }

    @Test
    void theOverruledVerdictIsInTheTrailOnceWithItsEvidence() {
        search.runInline();

        assertThat(verdicts(1))
                .filteredOn(verdict -> verdict.rule().equals("exploration"))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.epoch()).isEqualTo(4);
                    assertThat(verdict.stop()).isFalse();
                    assertThat(verdict.reason())
                            .startsWith(
                                    "Trained to the horizon to learn from, although: val_accuracy has not been better than");
                    assertThat(verdict.numbers()).containsEntry("waited", 3.0);
                });
        assertThat(verdicts(1)).noneMatch(VerdictGiven::stop).hasSize(11);
        assertThat(verdicts(4)).last().satisfies(verdict -> {
            assertThat(verdict.stop()).isTrue();
            assertThat(verdict.rule()).isEqualTo("patience");
        });
    }

    @Test
    void whatDivergesIsStoppedNevertheless() {
        search.script().write("events=explode:1:6:* explode:1:7:*");
        search.runInline();

        assertThat(end(1).ending()).isEqualTo(Ending.DIVERGED);
        assertThat(end(1).epoch()).isEqualTo(7);
        assertThat(verdicts(1)).last().satisfies(verdict -> {
            assertThat(verdict.rule()).isEqualTo("diverged");
            assertThat(verdict.stop()).isTrue();
        });
    }

    @Test
    void aTrainingThatGoesOnElsewhereKeepsItsGrantAndKnowsThatItWasOverruled() {
        SimulatedSearch undisturbed = search("undisturbed");
        undisturbed.runInline();
        search.script().write("events=throw-disk:7:8:1");
        assertThatThrownBy(search::runWithWorkers).hasMessage("The disk is gone");
        search.script().write();

        search.runWithWorkers();

        List<AttemptPlanned> attempts =
                search.contents().attempts(search.contents().network(7));
        assertThat(attempts.get(1).resume().orElseThrow().epoch()).isEqualTo(7);
        assertThat(attempts.get(1).grant()).contains(Grant.IF_NOVEL);
        assertThat(attempts.get(1).history()).isEqualTo(attempts.get(0).history());
        assertThat(search.contents().trail(search.contents().network(7), 2))
                .noneMatch(entry -> entry.event() instanceof TrailEvent.VerdictGiven verdict
                        && verdict.rule().equals("exploration"));
        assertThat(search.contents().stories()).isEqualTo(undisturbed.contents().stories());
    }

    @Test
    void withoutExplorationNothingIsGranted() {
        search.setting().prediction(new PredictionSettings("none", List.of(IMPATIENT)));
        search.runInline();

        assertThat(planned(1).grant()).contains(Grant.NONE);
        assertThat(end(1).ending()).isEqualTo(Ending.STOPPED);
    }
}
