package org.plateau.prediction.replay;

/** Predictions that fit nothing and know nobody else. */
final class SimplePredictions {
    private SimplePredictions() {}

    /** The value measured last. */
    static ValuePrediction last() {
        return (observation, history) ->
                observation.curve().isEmpty() ? Double.NaN : observation.curve().lastValue();
    }

    /** The best value measured. */
    static ValuePrediction best() {
        return (observation, history) ->
                observation.curve().best(observation.fitness().direction());
    }
}
