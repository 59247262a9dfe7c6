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

/** The predictors whose forecasts an evaluation can show, by name. Each is made for a group when that is replayed. */
public final class StandardPredictors {
    private static final int NEIGHBOURS = 5;
    static final String MEDIAN = "median of functions";

    private final Map<String, Function<ReplayContext, Optional<Predictor>>> predictors = new LinkedHashMap<>();

    /** @param functions that take part */
    public StandardPredictors(List<ParametricFunction> functions) {
        simple().forEach(this::add);
        for (ParametricFunction function : functions) {
            String name = FunctionNames.of(function);
            predictors.put(name, context -> Optional.of(context.functions().predictor(name)));
        }
        predictors.put(MEDIAN, context -> Optional.of(context.functions().median(MEDIAN)));
        ExponentialEngine penguin = ExponentialEngine.penguin(1);
        add(Predictor.engine(penguin.name(), Sight.FITNESS, penguin));
        predictors.put(LinearRow.PREDICTOR, context -> LinearRow.predictor(context.group()));
        add(nearest());
        add(Predictor.engine(PastResiduals.NAME, Sight.HISTORY, new PastResiduals()));
        FunctionIndex index = PlateauRows.index(functions);
        PlateauRows.NAMES.forEach(name -> add(PlateauRows.predictor(name, 1, index)));
    }

    private void add(Predictor predictor) {
        predictors.put(predictor.name(), context -> Optional.of(predictor));
    }

    /** Those that fit nothing. */
    static List<Predictor> simple() {
        return List.of(
                Predictor.value("last", Sight.FITNESS, SimplePredictions.last()),
                Predictor.value("best", Sight.FITNESS, SimplePredictions.best()));
    }

    static Predictor nearest() {
        return Predictor.value("nearest", Sight.HISTORY, new NearestCurves(NEIGHBOURS));
    }

    /** The names of all predictors, in their order. */
    public List<String> names() {
        return new ArrayList<>(predictors.keySet());
    }

    /** @throws UnknownNameException if one of the names is no predictor's; the message names the nearest known one */
    void require(List<String> names) {
        for (String name : names) {
            if (!predictors.containsKey(name)) {
                throw new UnknownNameException("predictor", name, names());
            }
        }
    }

    /** The predictor of a known name for a group, empty where the group lacks what it needs. */
    Optional<Predictor> predictor(String name, ReplayContext context) {
        require(List.of(name));
        return predictors.getOrDefault(name, unused -> Optional.empty()).apply(context);
    }
}
