package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Engines;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.UnknownNameException;
import org.plateau.prediction.Verdict;
import org.plateau.prediction.engine.ExponentialEngine;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.policy.MedianStopping;
import org.plateau.prediction.policy.StopAll;
import org.plateau.prediction.policy.SuccessiveHalving;
import org.plateau.prediction.rule.Converged;
import org.plateau.prediction.rule.Patience;

/** The rows that an evaluation can show, by name, each made for a group when it is replayed. */
public final class StandardRows {
    private static final Exploration NONE = new Exploration.None();
    private static final Exploration REGULAR = new Exploration.Regular(5, 20);
    private static final Survivors SURVIVORS = Survivors.once(4);
    private static final Survivors MEASURED = Survivors.measured(4);
    private static final int PATIENCE = 5;
    private static final int STARTUP = 5;
    private static final int FINISHED_OF_ALL = 10;
    private static final int NEIGHBOURS = 5;
    private static final double RIDGE = 1e-3;

    private final Map<String, Function<ReplayGroup, ReplayRow>> rows = new LinkedHashMap<>();

    /**
     * @param functions that take part
     * @param tolerances of Plateau's default rules for which there is a further row each
     */
    public StandardRows(List<ParametricFunction> functions, List<Double> tolerances) {
        converged("last", SimplePredictions.last());
        converged("best", SimplePredictions.best());
        functions.forEach(function -> converged(function.name(), SimplePredictions.function(function)));
        add(
                "patience",
                new ReplayRow.Judged(
                        "patience",
                        Predictor.none("patience", Sight.FITNESS),
                        Judge.rule(new Patience(PATIENCE, 0)),
                        NONE,
                        Survivors.none()));
        add(
                "median",
                new ReplayRow.Judged(
                        "median", Predictor.none("median", Sight.HISTORY), medianStopping(), NONE, Survivors.none()));
        add("successive-halving", new ReplayRow.Planned("successive-halving", new SuccessiveHalving(1, 3)));
        for (int epochs : List.of(1, 2, 4, 8)) {
            String name = "stop-all-" + epochs;
            add(name, new ReplayRow.Planned(name, new StopAll(epochs, FINISHED_OF_ALL)));
        }
        published(
                Engines.PENGUIN, ExponentialEngine.penguin(Converged.published().memory()));
        published(Engines.A4NN, ExponentialEngine.a4nn(Converged.published().memory()));
        for (int epoch : List.of(1, 2, 3)) {
            rows.put("linear-" + epoch, group -> linear(group, epoch));
        }
        add(
                "nearest",
                new ReplayRow.Judged("nearest", nearest(), Judge.rule(Converged.published()), REGULAR, SURVIVORS));
        PlateauRows.NAMES.forEach(name -> add(name, PlateauRows.row(name, name, Optional.empty(), REGULAR, MEASURED)));
        for (double tolerance : tolerances) {
            String name = PlateauRows.PLATEAU + "@" + number(tolerance);
            add(name, PlateauRows.row(PlateauRows.PLATEAU, name, Optional.of(tolerance), REGULAR, MEASURED));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void add(String name, ReplayRow row) {
        rows.put(name, group -> row);
    }

    private void converged(String name, ValuePrediction prediction) {
        add(
                name,
                new ReplayRow.Judged(
                        name,
                        Predictor.value(name, Sight.FITNESS, prediction),
                        Judge.rule(Converged.published()),
                        NONE,
                        Survivors.none()));
    }

    private void published(String name, ExponentialEngine engine) {
        add(
                name,
                new ReplayRow.Judged(
                        name,
                        Predictor.engine(name, Sight.FITNESS, engine),
                        Judge.rule(Converged.published()),
                        NONE,
                        Survivors.none()));
    }

    static Predictor nearest() {
        return Predictor.value("nearest", Sight.HISTORY, new NearestCurves(NEIGHBOURS));
    }

    static Optional<Predictor> linear(ReplayGroup group) {
        return CompanionRegression.companion(group)
                .map(companion -> Predictor.value("linear", Sight.ALL, new CompanionRegression(companion, RIDGE)));
    }

    private static ReplayRow linear(ReplayGroup group, int epoch) {
        String name = "linear-" + epoch;
        Optional<Predictor> predictor = linear(group);
        if (predictor.isEmpty()) {
            return new ReplayRow.Missing(name, "no training has a series measured on training data");
        }
        Judge judge = (observation, forecast, finished) -> observation.epoch() >= epoch && forecast.present()
                ? new Verdict.Stop(
                        name,
                        "The line through %d finished trainings says %.4g"
                                .formatted(finished.trainings().size(), forecast.value()),
                        Map.of("forecast", forecast.value()),
                        Optional.of(new Fitness(forecast.value(), Fitness.Origin.PREDICTED)))
                : new Verdict.Continue("Fewer than %d epochs, or no line yet".formatted(epoch));
        return new ReplayRow.Judged(name, predictor.get(), judge, REGULAR, SURVIVORS);
    }

    private static Judge medianStopping() {
        MedianStopping median = new MedianStopping(STARTUP);
        return (observation, forecast, finished) -> {
            List<LearningCurve> curves = finished.trainings().stream()
                    .map(FinishedTraining::series)
                    .map(series -> series.getOrDefault(observation.fitness().name(), LearningCurve.empty()))
                    .toList();
            double last = observation.curve().lastValue();
            return median.stops(
                            observation.curve(), curves, observation.fitness().direction())
                    ? new Verdict.Stop(
                            median.name(),
                            "Worse than the median of %d finished trainings".formatted(curves.size()),
                            Map.of("last", last),
                            Optional.of(new Fitness(last, Fitness.Origin.PREDICTED)))
                    : new Verdict.Continue("Not worse than the median");
        };
    }

    /** The names of all rows, in their order. */
    public List<String> names() {
        return new ArrayList<>(rows.keySet());
    }

    /**
     * The row of a name for a group.
     *
     * @throws UnknownNameException if there is none; the message names the nearest known one
     */
    public ReplayRow row(String name, ReplayGroup group) {
        Function<ReplayGroup, ReplayRow> row = rows.get(name);
        if (row == null) {
            throw new UnknownNameException("rule", name, names());
        }
        return row.apply(group);
    }
}
