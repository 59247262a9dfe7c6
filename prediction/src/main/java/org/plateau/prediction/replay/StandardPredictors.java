package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plateau.prediction.Engines;
import org.plateau.prediction.UnknownNameException;
import org.plateau.prediction.engine.ExponentialEngine;
import org.plateau.prediction.function.ParametricFunction;

/** The predictors whose forecasts an evaluation can show, by name, each made for a group. */
public final class StandardPredictors {
    private final Map<String, Function<ReplayGroup, Optional<Predictor>>> predictors = new LinkedHashMap<>();

    /** @param functions that take part */
    public StandardPredictors(List<ParametricFunction> functions) {
        add(Predictor.value("last", Sight.FITNESS, SimplePredictions.last()));
        add(Predictor.value("best", Sight.FITNESS, SimplePredictions.best()));
        functions.forEach(
                function -> add(Predictor.value(function.name(), Sight.FITNESS, SimplePredictions.function(function))));
        add(Predictor.value("median of functions", Sight.FITNESS, SimplePredictions.median(functions)));
        add(Predictor.engine(Engines.PENGUIN, Sight.FITNESS, ExponentialEngine.penguin(1)));
        predictors.put("linear", StandardRows::linear);
        add(StandardRows.nearest());
        add(Predictor.engine(PastResiduals.NAME, Sight.HISTORY, new PastResiduals()));
        PlateauRows.NAMES.forEach(name -> add(PlateauRows.predictor(name, 1)));
    }

    private void add(Predictor predictor) {
        predictors.put(predictor.name(), group -> Optional.of(predictor));
    }

    /** The names of all predictors, in their order. */
    public List<String> names() {
        return new ArrayList<>(predictors.keySet());
    }

    /**
     * The predictor of a name for a group, empty where the group lacks what it needs.
     *
     * @throws UnknownNameException if there is none; the message names the nearest known one
     */
    public Optional<Predictor> predictor(String name, ReplayGroup group) {
        Function<ReplayGroup, Optional<Predictor>> predictor = predictors.get(name);
        if (predictor == null) {
            throw new UnknownNameException("predictor", name, names());
        }
        return predictor.apply(group);
    }
}
