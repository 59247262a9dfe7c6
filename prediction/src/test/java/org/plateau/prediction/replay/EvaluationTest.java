package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.UnknownNameException;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.function.WrittenFunction;

class EvaluationTest {
    private static final List<ParametricFunction> FUNCTIONS = List.of(
            FunctionIndex.standard().named("power-offset"),
            FunctionIndex.standard().named("exponential-rise"));

    private static Evaluation evaluation(List<ReplayGroup> groups, String... names) {
        return new Evaluation(groups, FUNCTIONS, List.of(names), Evaluation.standardExploration(), () -> 0, row -> {});
    }

    @Test
    void theRowsThatAreAlwaysThereAreThereInTheirOrder() {
        assertThat(new StandardRows(FUNCTIONS, List.of(0.1, 2.0)).names())
                .containsExactly(
                        "last",
                        "best",
                        "power-offset",
                        "exponential-rise",
                        "patience",
                        "median",
                        "successive-halving",
                        "stop-all-1",
                        "stop-all-2",
                        "stop-all-4",
                        "stop-all-8",
                        "penguin",
                        "a4nn",
                        "linear-1",
                        "linear-2",
                        "linear-3",
                        "nearest",
                        "plateau without history",
                        "plateau with history",
                        "plateau",
                        "plateau@0.1",
                        "plateau@2");
        assertThat(new StandardPredictors(FUNCTIONS).names())
                .containsExactly(
                        "last",
                        "best",
                        "power-offset",
                        "exponential-rise",
                        "median of functions",
                        "penguin",
                        "linear",
                        "nearest",
                        "last with past residuals",
                        "plateau without history",
                        "plateau with history",
                        "plateau");
    }

    @Test
    void everyRowIsReplayedOverEveryGroupTheSameEveryTime() {
        List<ReplayGroup> groups =
                List.of(Recorded.random(new Random(1), 25, 8), Recorded.random(new Random(2), 12, 6));
        for (int slots : List.of(1, 3)) {
            List<Evaluation.RowResult> once = evaluation(groups).rows(List.of(1.0), slots);
            List<Evaluation.RowResult> again = evaluation(groups).rows(List.of(1.0), slots);

            assertThat(once).isEqualTo(again).hasSize(2 * 21);
            assertThat(once).allSatisfy(result -> {
                SearchScore score = result.score();
                assertThat(score.saved()).isBetween(0.0, 1.0);
                assertThat(score.maeAll()).isBetween(0.0, 100.0);
                assertThat(score.regret1()).isGreaterThanOrEqualTo(score.regret5());
                assertThat(score.regret5()).isGreaterThanOrEqualTo(score.regret10());
                assertThat(score.regret10()).isGreaterThanOrEqualTo(0);
                assertThat(score.recall10()).isBetween(0.0, 1.0);
            });
        }
        assertThat(evaluation(groups).shares(List.of(0.25, 0.5), Optional.empty()))
                .isEqualTo(evaluation(groups).shares(List.of(0.25, 0.5), Optional.empty()))
                .hasSize(2 * 2 * 12);
    }

    @Test
    void onlyTheRowsThatAreAskedForAreReplayedInTheOrderAsked() {
        List<ReplayGroup> groups = List.of(Recorded.random(new Random(3), 12, 5));
        List<String> told = Collections.synchronizedList(new ArrayList<>());

        List<Evaluation.RowResult> results = new Evaluation(
                        groups,
                        FUNCTIONS,
                        List.of("nearest", "last"),
                        Evaluation.standardExploration(),
                        () -> 0,
                        told::add)
                .rows(List.of(), 1);

        assertThat(results).extracting(Evaluation.RowResult::row).containsExactly("nearest", "last");
        assertThat(told).containsExactlyInAnyOrder("nearest", "last");
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> evaluation(List.of(), "platea").rows(List.of(), 1))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("Unknown rule \"platea\"; did you mean \"plateau\"?");
        assertThatThrownBy(() -> evaluation(List.of(), "neares").shares(List.of(0.5), Optional.empty()))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("Unknown predictor \"neares\"; did you mean \"nearest\"?");
    }

    @Test
    void aFunctionWithTheNameOfAnotherRowIsShownAsAFunction() {
        ParametricFunction last =
                new WrittenFunction("last", "a + x", List.of(Parameter.free("a", "")), Set.of()).function();
        List<ParametricFunction> functions =
                List.of(last, FunctionIndex.standard().named("linear"));

        assertThat(new StandardRows(functions, List.of()).names())
                .startsWith("last", "best", "last function", "linear function");
        assertThat(new StandardPredictors(functions).names())
                .startsWith("last", "best", "last function", "linear function")
                .contains("linear");
        Evaluation evaluation = new Evaluation(
                List.of(Recorded.group(new double[] {1, 2, 3, 4})),
                functions,
                List.of("last", "last function"),
                Evaluation.standardExploration(),
                () -> 0,
                row -> {});
        assertThat(evaluation.shares(List.of(0.25), Optional.empty()))
                .extracting(result -> result.score().mae())
                .containsExactly(3.0, 0.0);
    }

    @Test
    void withoutATrainingSeriesTheLinearRowsHaveAReasonInsteadOfFigures() {
        ReplayGroup group = Recorded.group(new double[] {1, 2, 3}, new double[] {2, 3, 4});

        Evaluation.RowResult result =
                evaluation(List.of(group), "linear-2").rows(List.of(), 1).get(0);

        assertThat(result.missing()).contains("they need a series measured on training data");
        assertThat(result.score().saved()).isNaN();
        assertThat(evaluation(List.of(group), "linear")
                        .shares(List.of(0.5), Optional.empty())
                        .get(0)
                        .score()
                        .mae())
                .isNaN();
    }

    @Test
    void tenTrainingsAreHistoryOnlyInGroupsOfTwentyUnlessSomebodySaysOtherwise() {
        assertThat(curves(19, Optional.empty())).isEqualTo(19);
        assertThat(curves(20, Optional.empty())).isEqualTo(10);
        assertThat(curves(20, Optional.of(0))).isEqualTo(20);
        assertThat(curves(20, Optional.of(30))).isZero();
    }

    private static int curves(int size, Optional<Integer> first) {
        return evaluation(List.of(Recorded.random(new Random(size), size, 4)), "last")
                .shares(List.of(0.5), first)
                .get(0)
                .score()
                .curves();
    }

    @Test
    void lotsAreDrawnBySeed() {
        Exploration seven = Evaluation.randomExploration(7);
        List<Integer> drawn = explored(seven);

        assertThat(drawn).startsWith(0, 1, 2, 3, 4).isEqualTo(explored(Evaluation.randomExploration(7)));
        assertThat(drawn.size()).isBetween(5 + 25, 5 + 80);
        assertThat(drawn).isNotEqualTo(explored(Evaluation.randomExploration(8)));
        assertThat(explored(Evaluation.standardExploration())).startsWith(0, 1, 2, 3, 4, 20, 40, 60);
    }

    private static List<Integer> explored(Exploration exploration) {
        List<Integer> explored = new ArrayList<>();
        Forecast forecast = Forecast.none(
                Observation.of(Recorded.POINTS, LearningCurve.empty(), 1), History.none(), "none", "Nothing is asked");
        for (int i = 0; i < 1000; i++) {
            if (exploration.explores(i, explored.size(), forecast)) {
                explored.add(i);
            }
        }
        return explored;
    }

    @Test
    void aFunctionThatCannotBeFittedIsReplacedByTheLastValue() {
        ReplayGroup group = Recorded.group(new double[] {1, 2, 3, 9}, new double[] {2, 3, 4, 8});

        Map<String, Double> errors = Map.of("last", mae(group, "last"), "power-offset", mae(group, "power-offset"));

        // One point is seen, three parameters need as many.
        assertThat(errors).containsEntry("power-offset", errors.getOrDefault("last", Double.NaN));
    }

    private static double mae(ReplayGroup group, String predictor) {
        return evaluation(List.of(group), predictor)
                .shares(List.of(0.25), Optional.empty())
                .get(0)
                .score()
                .mae();
    }
}
