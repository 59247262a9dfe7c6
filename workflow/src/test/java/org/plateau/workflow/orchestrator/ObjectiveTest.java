package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.trail.Ending;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.configuration.Budget;
import org.plateau.workflow.executor.ExecutorException;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.Told;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

class ObjectiveTest {
    @TempDir
    Path folder;

    @Test
    void aStoppedNetworkIsToldTheVerdictsFitnessAndACompletedOneWhatWasMeasuredAtTheHorizon() {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.setting().seed(3).budget(Setting.networks(20));

        search.runInline();

        RunContents contents = search.contents();
        int stopped = 0;
        int completed = 0;
        for (Told told : contents.events(Told.class)) {
            AttemptEnded end = contents.events(AttemptEnded.class).stream()
                    .filter(ended -> ended.network().equals(contents.network(told.ask())))
                    .findFirst()
                    .orElseThrow();
            Fitness fitness = end.fitness().orElseThrow();
            assertThat(told.costs().get(0)).isEqualTo(-fitness.value());
            assertThat(told.measured()).isEqualTo(fitness.measured());
            if (end.ending() == Ending.STOPPED) {
                stopped++;
                assertThat(fitness.origin()).isEqualTo(Fitness.Origin.PREDICTED);
                assertThat(fitness.value()).isNotEqualTo(end.series().get("val_accuracy"));
            } else {
                completed++;
                assertThat(end.epoch()).isEqualTo(12);
                assertThat(fitness.value()).isEqualTo(end.series().get("val_accuracy"));
            }
        }
        assertThat(stopped).isPositive();
        assertThat(completed).isPositive();
    }

    @Test
    void aLossIsMinimised() {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.setting().objectives("val_loss").fitness("val_loss");

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        double lowest = report.networks().stream()
                .mapToDouble(row -> row.values().get(0))
                .min()
                .orElseThrow();
        assertThat(report.front()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.values().get(0)).isEqualTo(lowest);
            assertThat(row.measured()).isTrue();
        });
        assertThat(search.contents().events(Told.class).get(0).costs().get(0)).isPositive();
    }

    @Test
    void secondsAreTheMeanOfAnEpochTimesTheHorizonAndParametersComeFromTheArchitecture() {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.setting().objectives("val_accuracy", "seconds", "parameters", "joules");

        SearchReport report = search.runInline();

        assertThat(report.networks()).allSatisfy(row -> {
            double secondsAnEpoch = row.seconds() / row.epochs();
            assertThat(secondsAnEpoch).isBetween(1.0, 5.0);
            assertThat(row.values().get(1)).isCloseTo(12 * secondsAnEpoch, within(1e-9));
            assertThat(row.values().get(2)).isEqualTo((double) row.parameters());
            assertThat(row.values().get(3)).isCloseTo(120 * secondsAnEpoch, within(1e-9));
        });
        assertThat(report.networks()).anyMatch(row -> row.epochs() < 12);
    }

    @Test
    void aSeriesThatIsNotTheFitnessIsTakenWhereTheNetworkStoppedAndCountsAsPredicted() {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.setting().objectives("train_loss", "mflops");

        SearchReport report = search.runInline();

        assertThat(search.contents().events(Told.class)).anyMatch(told -> !told.measured());
        assertThat(report.front()).isNotEmpty().allMatch(SearchReport.Row::measured);
    }

    @Test
    void anObjectiveThatIsNotRecordedEndsTheSearchAtTheFirstResultAndSaysWhatIs() {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.setting().objectives("val_accuracy", "val_f1");

        assertThatThrownBy(search::runInline)
                .isInstanceOf(UnknownObjectiveException.class)
                .hasMessageContaining("val_f1")
                .hasMessageContaining("[joules, seconds, train_accuracy, train_loss, val_accuracy, val_loss]");
        assertThat(search.contents().events(Told.class)).isEmpty();
        assertThat(search.contents().events(AttemptEnded.class)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aFitnessThatIsNotMeasuredEndsTheSearchAfterTheFirstEpochAndSaysWhatIs() {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.setting().fitness("val_auc").objectives("val_auc");

        assertThatThrownBy(search::runWithWorkers)
                .isInstanceOf(ExecutorException.class)
                .hasMessageContaining("val_auc is not measured")
                .hasMessageContaining("val_accuracy");
        assertThat(search.script().logged("epochs")).hasSizeLessThanOrEqualTo(2);
        assertThat(search.contents().events(AttemptEnded.class)).noneMatch(AttemptEnded::fault);
    }

    @Test
    void aBudgetOfJoulesWhereNoneAreRecordedIsAnErrorAndNotASearchWithoutEnd() {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.script().write("omit=joules");
        search.setting()
                .prediction(PredictionSettings.none())
                .budget(new Budget(
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.of(1000),
                        OptionalInt.empty()));

        assertThatThrownBy(search::runInline)
                .isInstanceOf(UnknownObjectiveException.class)
                .hasMessageContaining("budget.joules")
                .hasMessageContaining("seconds");
    }

    @Test
    void aFitnessThatIsNoNumberAtTheHorizonIsToldAsFailed() {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.setting().prediction(PredictionSettings.none());
        search.script().write("nan-fitness=2");

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        assertThat(report.networks().get(1).why()).isEqualTo("val_accuracy was NaN");
        assertThat(report.networks().get(1).front()).isFalse();
    }
}
