package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plateau.prediction.Finalists;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.Rule;
import org.plateau.prediction.engine.PlateauEngine;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.rule.FirstStop;

/** How Plateau itself takes part in the evaluation: the one place where its engine and default rules are named. */
final class PlateauRows {
    static final String WITHOUT_HISTORY = "plateau without history";
    static final String WITH_HISTORY = "plateau with history";
    static final String PLATEAU = "plateau";
    static final List<String> NAMES = List.of(WITHOUT_HISTORY, WITH_HISTORY, PLATEAU);

    private PlateauRows() {}

    /** What the name is shown. */
    private static Sight sight(String name) {
        return switch (name) {
            case WITHOUT_HISTORY -> Sight.FITNESS;
            case WITH_HISTORY -> Sight.HISTORY;
            default -> Sight.ALL;
        };
    }

    /** The engine as a predictor whose tracks hold {@code memory} forecasts. */
    static Predictor predictor(String name, int memory, FunctionIndex index) {
        return Predictor.engine(name, sight(name), new PlateauEngine(memory, index));
    }

    /** The standard index and those of the functions that are not in it. */
    static FunctionIndex index(List<ParametricFunction> functions) {
        List<ParametricFunction> own = new ArrayList<>(functions);
        own.removeAll(FunctionIndex.standard().all());
        return FunctionIndex.standard().plus(own);
    }

    /**
     * The default way to run a search.
     *
     * @param name one of {@link #NAMES}
     * @param shown how the row is called
     * @param tolerance of the default rules, where it is not the default one
     * @param index whose functions take part
     */
    static ReplayRow row(String name, String shown, Optional<Double> tolerance, FunctionIndex index) {
        PredictionSettings settings = tolerance.map(PredictionSettings::plateau).orElseGet(PredictionSettings::plateau);
        Rule rule = new FirstStop(List.copyOf(settings.rules()));
        return new ReplayRow.Judged(
                shown,
                predictor(name, rule.memory(), index),
                Judge.rule(rule),
                settings.exploration()
                        .filter(unused -> sight(name).history())
                        .<Exploration>map(Exploration.Novel::new)
                        .orElse(new Exploration.None()),
                new Survivors.Expected(settings.finalists().orElse(Finalists.none())));
    }
}
