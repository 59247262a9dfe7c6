package org.plateau.prediction.function;

import java.util.List;
import java.util.Optional;

/** A curve with parameters that may describe how a fitness develops with the epochs x. Immutable. */
public interface ParametricFunction {
    /** What the index says about it. */
    IndexEntry entry();

    /** Name in the index, in kebab-case. */
    default String name() {
        return entry().name();
    }

    /** The formula in text, with x for the epoch. */
    default String formula() {
        return entry().formula();
    }

    /** The parameters in the order in which values take them. */
    default List<Parameter> parameters() {
        return entry().parameters();
    }

    /** Smallest x at which the function is used; points before it are left out of a fit. */
    default double smallestX() {
        return entry().smallestX();
    }

    /** The value at x, perhaps infinite or NaN where the parameters ask for it. */
    double value(double[] parameters, double x);

    /** Writes the derivative of the value by every parameter. */
    void gradient(double[] parameters, double x, double[] into);

    /** Whether derivatives come from formulas; otherwise they are central differences of values. */
    default boolean analytic() {
        return true;
    }

    /** Good parameters to begin a fit to these points from, within the bounds; empty where the points admit none. */
    Optional<double[]> start(double[] x, double[] y);
}
