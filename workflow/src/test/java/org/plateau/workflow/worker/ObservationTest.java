package org.plateau.workflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.Schedule;
import org.plateau.prediction.Engines;
import org.plateau.prediction.Observation;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.rule.Converged;
import org.plateau.prediction.rule.NeverLearns;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

/** What a worker tells rules beside the measurements. */
class ObservationTest {
    @TempDir
    Path folder;

    private List<TrailEvent.VerdictGiven> verdicts(PredictionSettings prediction, Schedule schedule) {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.setting().budget(Setting.networks(1)).prediction(prediction).schedule(schedule);
        search.runInline();
        return search.contents().trail(search.contents().network(1), 1).stream()
                .map(entry -> entry.event())
                .filter(TrailEvent.VerdictGiven.class::isInstance)
                .map(TrailEvent.VerdictGiven.class::cast)
                .toList();
    }

    @Test
    void rulesKnowTheScheduleAndDoNotStopBeforeAStep() {
        PredictionSettings generous = new PredictionSettings(Engines.PLATEAU, List.of(new Converged(2, 50, 0)));

        List<TrailEvent.VerdictGiven> verdicts = verdicts(generous, new Schedule.Step(List.of(6), 0.1));

        assertThat(verdicts)
                .anySatisfy(verdict -> assertThat(verdict.reason()).isEqualTo("The learning rate falls at epoch 6"));
        assertThat(verdicts.stream().filter(TrailEvent.VerdictGiven::stop))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.epoch()).isEqualTo(8));
    }

    @Test
    void rulesKnowWhatGuessingIsWorth() {
        PredictionSettings generous = new PredictionSettings(Engines.NONE, List.of(new NeverLearns(0.5, 99)));

        assertThat(verdicts(generous, new Schedule.Constant()).stream().filter(TrailEvent.VerdictGiven::stop))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.numbers()).containsEntry(Observation.CHANCE, 50.0));
    }
}
