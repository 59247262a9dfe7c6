package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.training.Schedule;
import org.plateau.prediction.Prediction;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.replay.Exploration;
import org.plateau.prediction.replay.Judge;
import org.plateau.prediction.replay.Outcome;
import org.plateau.prediction.replay.Predictor;
import org.plateau.prediction.replay.ReplayGroup;
import org.plateau.prediction.replay.ReplayRow;
import org.plateau.prediction.replay.ReplayTraining;
import org.plateau.prediction.replay.SearchReplay;
import org.plateau.prediction.replay.Sight;
import org.plateau.prediction.replay.Survivors;
import org.plateau.search.searchers.Novelty;
import org.plateau.workflow.configuration.SearcherSettings;
import org.plateau.workflow.history.HistoryLine;
import org.plateau.workflow.history.HistoryReader;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

/**
 * A search and the replay of the same networks' full trainings, which the figures of the default are measured with, come to
 * the same: verdicts, explored networks, and what is trained on in the end.
 */
class ReplayedSearchTest {
    private static final int NETWORKS = 30;

    @TempDir
    Path folder;

    private SimulatedSearch search(String name, long seed, PredictionSettings prediction) {
        SimulatedSearch made = new SimulatedSearch(folder.resolve(name));
        made.setting()
                .seed(seed)
                .budget(Setting.networks(NETWORKS))
                .searcher(new SearcherSettings.Random(Novelty.NETWORK))
                .objectives("val_accuracy")
                .schedule(new Schedule.Constant())
                .workers(1)
                .prediction(prediction);
        return made;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aSearchWithOneWorkerDoesWhatTheReplayDoes(long seed) {
        SimulatedSearch full = search("full", seed, PredictionSettings.none());
        full.runInline();
        SimulatedSearch stopping = search("stopping", seed, PredictionSettings.plateau());

        SearchReport report = stopping.runInline();

        List<Outcome> outcomes = replayed(full);
        for (int i = 0; i < NETWORKS; i++) {
            SearchReport.Row row = report.networks().get(i);
            assertThat(row.epochs())
                    .as("network %d", i + 1)
                    .isEqualTo(outcomes.get(i).spent());
            assertThat(row.measured())
                    .as("network %d", i + 1)
                    .isEqualTo(!outcomes.get(i).stopped());
            assertThat(row.values().get(0))
                    .as("network %d", i + 1)
                    .isCloseTo(outcomes.get(i).recorded(), within(1e-9));
        }
        assertThat(outcomes).anyMatch(Outcome::stopped);
    }

    private static List<Outcome> replayed(SimulatedSearch full) {
        List<ReplayTraining> trainings = new ArrayList<>();
        for (HistoryLine line : new HistoryReader(full.folder().history()).whole()) {
            Map<String, LearningCurve> companions =
                    new TreeMap<>(line.training().series());
            LearningCurve fitness =
                    Optional.ofNullable(companions.remove("val_accuracy")).orElseThrow();
            trainings.add(new ReplayTraining(
                    line.training().network(),
                    "simulated",
                    fitness,
                    companions,
                    line.training().features(),
                    fitness.lastValue(),
                    false));
        }
        PredictionSettings settings = PredictionSettings.plateau();
        Prediction prediction = Prediction.of(settings);
        return new SearchReplay(
                        new ReplayGroup(
                                "simulated", "simulated", FitnessMeasure.named("val_accuracy"), 12, trainings, 0),
                        1,
                        System::nanoTime)
                .run(new ReplayRow.Judged(
                        "plateau",
                        Predictor.engine("plateau", Sight.ALL, prediction.engine()),
                        Judge.rule(prediction.rule()),
                        new Exploration.Novel(settings.exploration().orElseThrow()),
                        new Survivors.Expected(settings.finalists().orElseThrow())))
                .outcomes();
    }
}
