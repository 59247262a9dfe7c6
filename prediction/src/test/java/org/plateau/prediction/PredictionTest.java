package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.NameTakenException;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.WrittenFunction;
import org.plateau.prediction.rule.Converged;
import org.plateau.prediction.rule.Settled;
import org.plateau.prediction.rule.Unpromising;

class PredictionTest {
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");

    @ParameterizedTest
    @ValueSource(strings = {"penguin", "a4nn", "plateau"})
    void aCurveThatLevelsOffIsStoppedBeforeTheHorizonAndTheTruthIsShown(String preset) {
        Replay.Outcome outcome = replay(preset, training(rising(30)), 25);

        assertThat(outcome.stop()).hasValueSatisfying(stop -> assertThat(stop.rule())
                .isEqualTo(preset.equals("plateau") ? "settled" : "converged"));
        assertThat(outcome.epoch()).isLessThan(25);
        assertThat(outcome.forecast().epoch()).isEqualTo(outcome.epoch());
        assertThat(outcome.truth()).hasValue(rising(25).lastValue());
    }

    @Test
    void aFunctionOfTheUsersOwnTakesPartLikeTheOthers() {
        PredictionSettings settings = PredictionSettings.plateau()
                .with(List.of(new WrittenFunction(
                        "mine",
                        "a - b e^(-c x)",
                        List.of(Parameter.free("a", ""), Parameter.free("b", ""), Parameter.positive("c", "")),
                        Set.of())));

        Forecast forecast = Prediction.of(settings).forecast(Observation.of(ACCURACY, rising(8), 25), History.none());

        assertThat(forecast.functions())
                .filteredOn(function -> function.name().equals("mine"))
                .as("fitted to the curve and to its best so far")
                .hasSize(2)
                .allSatisfy(function -> {
                    assertThat(function.coefficients()).containsOnlyKeys("a", "b", "c");
                    assertThat(function.weight()).isPositive();
                });
    }

    @Test
    void noFunctionTakesTheNameOfAnother() {
        WrittenFunction taken = new WrittenFunction("weibull", "a x", List.of(Parameter.free("a", "")), Set.of());
        assertThatThrownBy(() -> PredictionSettings.plateau().with(List.of(taken)))
                .isInstanceOf(NameTakenException.class)
                .hasMessage("The name \"weibull\" is taken by the function weibull: a - b e^(-c x^d)");
    }

    @Test
    void withoutPredictionEveryTrainingGoesToTheHorizon() {
        Replay.Outcome outcome = replay("none", training(rising(30)), 25);

        assertThat(outcome.stop()).isEmpty();
        assertThat(outcome.epoch()).isEqualTo(25);
        assertThat(outcome.forecast().present()).isFalse();
    }

    @Test
    void aRecordThatEndsEarlyHasNoTruth() {
        Replay.Outcome outcome = replay("none", training(rising(10)), 25);

        assertThat(outcome.truth()).isEmpty();
        assertThat(outcome.epoch()).isEqualTo(10);
    }

    @Test
    void aTrainingWithoutTheFitnessIsReplayedToNothing() {
        FinishedTraining other = new FinishedTraining("n", "d", Map.of("train_loss", rising(5)), true, Map.of());

        Replay.Outcome outcome = replay("plateau", other, 25);

        assertThat(outcome.epoch()).isZero();
        assertThat(outcome.stop()).isEmpty();
        assertThat(outcome.truth()).isEmpty();
    }

    @Test
    void theEngineRemembersAsManyForecastsAsTheRulesAskFor() {
        PredictionSettings settings = new PredictionSettings("a4nn", List.of(new Converged(6, 0.5, 0)));
        Observation observation = Observation.of(ACCURACY, rising(20), 25);

        Forecast forecast = Prediction.of(settings).forecast(observation, History.none());

        assertThat(forecast.track()).hasSize(6);
        assertThat(forecast.track().get(0))
                .isEqualTo(Prediction.of(settings)
                        .forecast(observation.upTo(15), History.none())
                        .track()
                        .get(5));
    }

    @Test
    void everyEngineHasItsSettings() {
        assertThat(Engines.NAMES)
                .allSatisfy(name ->
                        assertThat(PredictionSettings.preset(name).engine()).isEqualTo(name));
        assertThatThrownBy(() -> PredictionSettings.preset("plato"))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("did you mean \"plateau\"?");
    }

    @Test
    void anObservationWithAHorizonInThePastIsRefused() {
        assertThatThrownBy(() -> Observation.of(ACCURACY, rising(20), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.0 of val_accuracy was measured up to epoch 20.0");
        assertThatThrownBy(() -> Observation.of(ACCURACY, rising(20), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void anObservationOfThePastHoldsNoLaterPointOfAnySeries() {
        Observation observation = new Observation(
                Map.of("val_accuracy", rising(10), "train_loss", rising(12)), ACCURACY, 25, Optional.empty(), Map.of());

        assertThat(observation.upTo(4).series().values())
                .allSatisfy(curve -> assertThat(curve.lastEpoch()).isEqualTo(4));
        assertThat(observation.upTo(4).epoch()).isEqualTo(4);
    }

    @Test
    void aHistoryGrowsByVersions() {
        FinishedTraining one = training(rising(3));

        History history = History.none().plus(one).plus(one);

        assertThat(history.version()).isEqualTo(2);
        assertThat(history.trainings()).containsExactly(one, one);
        assertThat(History.none().trainings()).isEmpty();
    }

    private static Replay.Outcome replay(String preset, FinishedTraining training, double horizon) {
        return new Replay(Prediction.of(PredictionSettings.preset(preset)), ACCURACY, horizon)
                .of(training, History.none());
    }

    private static FinishedTraining training(LearningCurve curve) {
        return new FinishedTraining("n", "d", Map.of("val_accuracy", curve), true, Map.of());
    }

    private static LearningCurve rising(int size) {
        return LearningCurve.of(
                IntStream.rangeClosed(1, size).asDoubleStream().toArray(),
                IntStream.rangeClosed(1, size)
                        .mapToDouble(x -> 90 - 50 * Math.exp(-0.4 * x))
                        .toArray());
    }

    @Test
    void aWiderToleranceTakesAwayFromEveryPrecaution() {
        assertThat(PredictionSettings.plateau(5)).isEqualTo(PredictionSettings.plateau());

        PredictionSettings wide = PredictionSettings.plateau(10);
        assertThat(wide.exploration()).contains(new ExplorationSettings(2, 0.0125, 1.6));
        assertThat(wide.finalists()).contains(new Finalists(0.2, 0.05));
        assertThat(wide.rules()).contains(Settled.within(10), Unpromising.within(10));

        PredictionSettings narrow = PredictionSettings.plateau(0.5);
        assertThat(narrow.exploration()).contains(ExplorationSettings.standard());
        assertThat(narrow.finalists().orElseThrow().improvement()).isCloseTo(0.01, within(1e-12));
        assertThat(PredictionSettings.plateau(1000).exploration().orElseThrow().first())
                .isZero();
    }
}
