package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plateau.prediction.UnknownNameException;
import org.plateau.prediction.engine.ExponentialEngine;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.policy.StopAll;
import org.plateau.prediction.policy.SuccessiveHalving;
import org.plateau.prediction.rule.Converged;
import org.plateau.prediction.rule.Patience;

/** The rows that an evaluation can show, by name. Each is made for a group when that is replayed. */
public final class StandardRows {
    /** The best four of what was stopped are trained on at the end. */
    private static final Survivors BEST_FOUR = Survivors.once(4);

    private static final int PATIENCE = 5;
    private static final int FINISHED_OF_ALL = 10;
    private static final Converged CONVERGED = Converged.published();

    private final Map<String, Function<ReplayContext, ReplayRow>> rows = new LinkedHashMap<>();

    /**
     * @param functions that take part
     * @param tolerances of Plateau's default rules for which there is a further row each
     */
    public StandardRows(List<ParametricFunction> functions, List<Double> tolerances) {
        Exploration none = new Exploration.None();
        for (Predictor simple : StandardPredictors.simple()) {
            rows.put(simple.name(), context -> converged(simple, none, Survivors.none()));
        }
        for (ParametricFunction function : functions) {
            String name = FunctionNames.of(function);
            rows.put(name, context -> converged(context.functions().predictor(name), none, Survivors.none()));
        }
        rows.put(
                "patience",
                context -> new ReplayRow.Judged(
                        "patience",
                        Predictor.none("patience", Sight.FITNESS),
                        Judge.rule(new Patience(PATIENCE, 0)),
                        none,
                        Survivors.none()));
        rows.put(MedianRow.NAME, context -> MedianRow.row());
        rows.put(
                "successive-halving",
                context -> new ReplayRow.Planned("successive-halving", new SuccessiveHalving(1, 3)));
        for (int epochs : List.of(1, 2, 4, 8)) {
            String name = "stop-all-" + epochs;
            rows.put(name, context -> new ReplayRow.Planned(name, new StopAll(epochs, FINISHED_OF_ALL)));
        }
        for (ExponentialEngine engine :
                List.of(ExponentialEngine.penguin(CONVERGED.memory()), ExponentialEngine.a4nn(CONVERGED.memory()))) {
            Predictor published = Predictor.engine(engine.name(), Sight.FITNESS, engine);
            rows.put(engine.name(), context -> converged(published, none, Survivors.none()));
        }
        for (int epoch : List.of(1, 2, 3)) {
            rows.put("linear-" + epoch, context -> LinearRow.row(context, epoch, BEST_FOUR));
        }
        Predictor nearest = StandardPredictors.nearest();
        rows.put(nearest.name(), context -> converged(nearest, context.exploration(), BEST_FOUR));
        FunctionIndex index = PlateauRows.index(functions);
        PlateauRows.NAMES.forEach(
                name -> rows.put(name, context -> PlateauRows.row(name, name, Optional.empty(), index)));
        for (double tolerance : tolerances) {
            String name = PlateauRows.PLATEAU + "@" + number(tolerance);
            rows.put(name, context -> PlateauRows.row(PlateauRows.PLATEAU, name, Optional.of(tolerance), index));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** A predictor stopped by PENGUIN's rule as published. */
    private static ReplayRow converged(Predictor predictor, Exploration exploration, Survivors survivors) {
        return new ReplayRow.Judged(predictor.name(), predictor, Judge.rule(CONVERGED), exploration, survivors);
    }

    /** The names of all rows, in their order. */
    public List<String> names() {
        return new ArrayList<>(rows.keySet());
    }

    /** @throws UnknownNameException if one of the names is no row's; the message names the nearest known one */
    void require(List<String> names) {
        for (String name : names) {
            if (!rows.containsKey(name)) {
                throw new UnknownNameException("rule", name, names());
            }
        }
    }

    /** The row of a known name for a group. */
    ReplayRow row(String name, ReplayContext context) {
        require(List.of(name));
        return rows.getOrDefault(name, unused -> new ReplayRow.Missing(name, ""))
                .apply(context);
    }
}
