package org.plateau.prediction.replay;

import org.plateau.prediction.Policy;

/** A way to run a search, as a row of the evaluation. */
public sealed interface ReplayRow {
    /** By which it is shown and asked for. */
    String name();

    /**
     * Every training is forecast and judged after each of its epochs.
     *
     * @param name of the row
     * @param predictor that forecasts
     * @param judge that stops
     * @param exploration which networks are trained to the horizon anyway
     * @param survivors which of the stopped networks are measured at the horizon before the search ends
     */
    record Judged(String name, Predictor predictor, Judge judge, Exploration exploration, Survivors survivors)
            implements ReplayRow {}

    /** A policy trains the whole population at once; what it leaves unfinished is worth what was measured last. */
    record Planned(String name, Policy policy) implements ReplayRow {}

    /** Nothing can be said of this group, and why. */
    record Missing(String name, String reason) implements ReplayRow {}
}
