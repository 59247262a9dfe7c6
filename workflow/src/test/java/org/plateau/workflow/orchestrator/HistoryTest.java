package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.formats.trail.TrailReader;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Peers;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.attempt.AttemptTask;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.configuration.SearchConfiguration.Order;
import org.plateau.workflow.history.EarlierTrainings;
import org.plateau.workflow.history.HistoryLine;
import org.plateau.workflow.history.HistoryReader;
import org.plateau.workflow.history.Knowledge;
import org.plateau.workflow.history.RunKnowledge;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;
import org.plateau.workflow.simulated.SimulatedTrainer;
import org.plateau.workflow.worker.Worker;

/** What trainings know of those before them. */
class HistoryTest {
    private static final int NETWORKS = 12;
    private static final int SLOTS = 2;

    @TempDir
    Path folder;

    private SimulatedSearch search;

    @BeforeEach
    void prepare() {
        search = search("search");
    }

    private SimulatedSearch search(String name) {
        SimulatedSearch made = new SimulatedSearch(folder.resolve(name));
        made.setting().seed(11).budget(Setting.networks(NETWORKS)).prediction(withoutFinalists());
        return made;
    }

    /** The default, but for the end, where the history goes on with what is trained on. */
    private static PredictionSettings withoutFinalists() {
        PredictionSettings preset = PredictionSettings.plateau();
        return new PredictionSettings(
                preset.engine(), preset.rules(), List.of(), preset.exploration(), Optional.empty());
    }

    private List<HistoryLine> lines() {
        return new HistoryReader(search.folder().history()).whole();
    }

    private List<AttemptPlanned> searching() {
        return search.contents().events(AttemptPlanned.class).stream()
                .filter(planned -> planned.purpose() == Purpose.SEARCH)
                .toList();
    }

    @Test
    void everyNetworkThatWasToldIsALineWithItsSeriesAndWhatWasTold() {
        search.script().write("events=nan:4:3:*");
        search.runInline();

        RunContents contents = search.contents();
        assertThat(lines().size()).isEqualTo(NETWORKS);
        for (int ask = 1; ask <= NETWORKS; ask++) {
            HistoryLine line = lines().get(ask - 1);
            String network = contents.network(ask);
            AttemptEnded end = contents.events(AttemptEnded.class).stream()
                    .filter(known -> known.network().equals(network))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.training().network()).isEqualTo(network);
            assertThat(line.training().dataset()).isEqualTo("f00d");
            assertThat(line.training().complete()).isEqualTo(end.ending() == Ending.COMPLETED);
            assertThat(line.training()
                            .series()
                            .getOrDefault("train_loss", LearningCurve.empty())
                            .size())
                    .isEqualTo((int) end.epoch());
            assertThat(line.training().features()).containsKeys("mflops", "depth", "chance");
            assertThat(line.measured()).isEqualTo(end.ending() == Ending.COMPLETED);
            if (ask == 4) {
                assertThat(line.values()).isEmpty();
            } else {
                assertThat(line.values())
                        .containsEntry(
                                "val_accuracy", end.fitness().orElseThrow().value())
                        .containsEntry("mflops", line.training().features().get("mflops"));
            }
        }
        assertThat(lines()).anyMatch(line -> !line.training().complete());
    }

    @Test
    void inTheOrderOfSubmissionAnAttemptSeesTheTellsThatItsAskSaw() {
        search.runWithWorkers();

        for (AttemptPlanned planned : searching()) {
            int ask = ask(planned.network());
            long seen = Math.max(0, ask - SLOTS);
            AttemptFolder attempt = search.folder().attempt(planned.network(), planned.attempt());
            AttemptTask task = TaskFile.read(attempt.task(), AttemptTask.class);
            assertThat(planned.history()).isEqualTo(seen);
            assertThat(task.history()).isEqualTo(seen);
            for (TrailEntry entry : TrailReader.readAll(attempt.trail())) {
                if (entry.event() instanceof TrailEvent.ForecastMade forecast) {
                    assertThat(forecast.history()).isEqualTo(seen);
                } else if (entry.event() instanceof TrailEvent.VerdictGiven verdict) {
                    assertThat(verdict.peers()).isEqualTo(seen);
                }
            }
        }
        assertThat(search.contents().events(AttemptEnded.class)).anyMatch(end -> end.ending() == Ending.STOPPED);
    }

    private int ask(String network) {
        return search.contents().events(JournalEvent.Asked.class).stream()
                .filter(asked -> asked.network().equals(network))
                .findFirst()
                .orElseThrow()
                .candidate()
                .ask();
    }

    @Test
    void inTheOrderOfCompletionAnAttemptSeesWhatIsToldWhenItIsSubmitted() {
        search.setting().order(Order.COMPLETION);
        search.runInline();

        int told = 0;
        for (JournalEvent event :
                search.contents().journal().stream().map(line -> line.event()).toList()) {
            if (event instanceof JournalEvent.Told) {
                told++;
            } else if (event instanceof AttemptPlanned planned && planned.purpose() == Purpose.SEARCH) {
                assertThat(planned.history()).isEqualTo(told);
            }
        }
        assertThat(told).isEqualTo(NETWORKS);
    }

    @Test
    void aSearchThatWasStoppedGoesOnWithTheSameHistoryWhateverBecameOfTheFile() throws IOException {
        SimulatedSearch undisturbed = search("undisturbed");
        undisturbed.runInline();
        String expected = neutral(undisturbed);
        List<UnaryOperator<String>> damages = List.of(
                text -> text,
                text -> "",
                text -> text.substring(0, text.length() - 100),
                text -> text.substring(0, text.length() / 2),
                text -> "{}\n" + text,
                text -> text + text.lines().findFirst().orElseThrow() + "\n",
                text -> text + "{\"training\"");
        for (int i = 0; i < damages.size(); i++) {
            search = search("damaged" + i);
            search.stopWhen(() -> search.script().logged("epochs").size() > 58);
            assertThat(search.runInline().finished()).isFalse();
            String text = Files.readString(search.folder().history());
            assertThat(lines().size()).isBetween(5, NETWORKS - 1);
            Files.writeString(search.folder().history(), damages.get(i).apply(text));

            search.stopWhen(() -> false).runInline();

            assertThat(search.contents().stories())
                    .as("damage %d", i)
                    .isEqualTo(undisturbed.contents().stories());
            assertThat(neutral(search)).as("damage %d", i).isEqualTo(expected);
        }
    }

    /** The history without the networks' ids, which are each search's own. */
    private static String neutral(SimulatedSearch search) throws IOException {
        return Files.readString(search.folder().history()).replaceAll("\"network\":\"[0-9a-f]+\"", "");
    }

    @Test
    void aRunOfAnOlderVersionGetsItsHistoryWhenItIsProlonged() throws IOException {
        search.runInline();
        String history = Files.readString(search.folder().history());
        Files.delete(search.folder().history());
        search.setting().budget(Setting.networks(NETWORKS + 2));

        assertThat(search.runInline().finished()).isTrue();

        assertThat(Files.readString(search.folder().history())).startsWith(history);
        assertThat(searching().get(NETWORKS).history()).isEqualTo(NETWORKS);
    }

    @Test
    void aTaskOfAnOlderVersionKnowsNoHistory() throws IOException {
        search.runInline();
        AttemptPlanned last = searching().get(NETWORKS - 1);
        AttemptFolder copy = new AttemptFolder(folder.resolve("copy"));
        Files.createDirectories(copy.root());
        ObjectNode task = (ObjectNode) WorkflowJson.mapper()
                .readTree(search.folder()
                        .attempt(last.network(), last.attempt())
                        .task()
                        .toFile());
        task.remove("role");
        task.put("history", 0);
        ((ObjectNode) task.get("prediction")).remove(List.of("exploration", "finalists", "functions"));
        Files.writeString(copy.task(), task.toString());

        new Worker(SimulatedTrainer::open, InstantSource.system()).runOne(copy.root());

        List<TrailEntry> trail = TrailReader.readAll(copy.trail());
        assertThat(trail)
                .filteredOn(entry -> entry.event() instanceof TrailEvent.ForecastMade)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(((TrailEvent.ForecastMade) entry.event()).history())
                        .isZero());
    }

    /** Three trainings of another search, as long as they are known. */
    private record Others(List<FinishedTraining> trainings, boolean forgotten) implements EarlierTrainings {
        static Others known() {
            return new Others(
                    IntStream.range(0, 3)
                            .mapToObj(i -> new FinishedTraining(
                                    "other-" + i,
                                    "beef",
                                    Map.of(
                                            "val_accuracy",
                                            LearningCurve.of(new double[] {1, 6, 12}, new double[] {50, 70 + i, 80})),
                                    true,
                                    Map.of("mflops", 1.0 + i)))
                            .toList(),
                    false);
        }

        @Override
        public List<FinishedTraining> alike(
                DatasetSpecification specification, DatasetProperties dataset, TrainingConfiguration training) {
            assertThat(dataset.fingerprint()).isEqualTo("f00d");
            assertThat(training.epochs()).isEqualTo(12);
            return trainings;
        }

        @Override
        public Optional<FinishedTraining> named(String network) {
            return trainings.stream()
                    .filter(training -> !forgotten && training.network().equals(network))
                    .findFirst();
        }
    }

    private SimulatedSearch learning(String name) {
        SimulatedSearch made = search(name).earlier(Others.known());
        made.setting().learnsFromCommons(true);
        return made;
    }

    @Test
    void aSearchThatLearnsFromOthersBeginsItsHistoryWithTheirTrainings() {
        search = learning("learning");
        search.runInline();

        assertThat(lines().size()).isEqualTo(3 + NETWORKS);
        assertThat(lines())
                .extracting(HistoryLine::training)
                .startsWith(Others.known().trainings().toArray(FinishedTraining[]::new));
        assertThat(searching().get(0).history()).isEqualTo(3);
        assertThat(searching().get(NETWORKS - 1).history()).isEqualTo(3 + NETWORKS - SLOTS);
        assertThat(search.contents().trail(search.contents().network(1), 1))
                .filteredOn(entry -> entry.event() instanceof TrailEvent.ForecastMade)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(((TrailEvent.ForecastMade) entry.event()).intervals())
                        .isNotEmpty());
        Knowledge known = new RunKnowledge()
                .of(
                        search.folder().history(),
                        4,
                        FitnessMeasure.named("val_accuracy"),
                        List.of(FitnessMeasure.named("val_accuracy")));
        assertThat(known.peers().leaders())
                .extracting(Peers.Member::network)
                .containsExactly(search.contents().network(1));
    }

    @Test
    void aSearchThatDoesNotLearnFromOthersAsksForNone() {
        search.earlier(Others.known()).runInline();

        assertThat(lines().size()).isEqualTo(NETWORKS);
        assertThat(search.contents().events(JournalEvent.EarlierTaken.class)).isEmpty();
    }

    @Test
    void whatASearchBeganWithStaysWhateverOthersThereAreLater() throws IOException {
        SimulatedSearch undisturbed = learning("undisturbed");
        undisturbed.runInline();
        for (String cut : List.of("", "other-1", "whole")) {
            search = learning("cut" + cut);
            search.stopWhen(() -> search.script().logged("epochs").size() > 40);
            search.runInline();
            String text = Files.readString(search.folder().history());
            if (!cut.equals("whole")) {
                Files.writeString(search.folder().history(), text.substring(0, text.indexOf(cut)));
            }
            List<FinishedTraining> more = new ArrayList<>(Others.known().trainings());
            more.add(0, more.get(2));
            search.earlier(new Others(more, cut.equals("whole")));

            search.stopWhen(() -> false).runInline();

            assertThat(search.contents().stories())
                    .isEqualTo(undisturbed.contents().stories());
            assertThat(neutral(search)).isEqualTo(neutral(undisturbed));
        }
    }

    @Test
    void aTrainingOfAnotherSearchThatIsLostForGoodIsNamed() throws IOException {
        search = learning("lost");
        search.stopWhen(() -> search.script().logged("epochs").size() > 40);
        search.runInline();
        Files.delete(search.folder().history());
        search.earlier(new Others(Others.known().trainings(), true)).stopWhen(() -> false);

        assertThatThrownBy(search::runInline)
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("history.jsonl has lost the training of other-0");
    }
}
