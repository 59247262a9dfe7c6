package org.plateau.prediction.function;

import java.util.List;
import java.util.Optional;

/** A curve with parameters that may describe how a fitness develops with the epochs x. Immutable. */
public interface ParametricFunction {
    /** Name in the index, in kebab-case. */
    String name();

    /** The formula in text, with x for the epoch. */
    String formula();

    /** The parameters in the order in which values take them. */
    List<Parameter> parameters();

    /** The publication that it comes from, with the equation where it has a number. */
    String source();

    /** Smallest x at which the function is used; points before it are left out of a fit. */
    double smallestX();

    /** The value at x, perhaps infinite or NaN where the parameters ask for it. */
    double value(double[] parameters, double x);

    /** Writes the derivative of the value by every parameter. */
    void gradient(double[] parameters, double x, double[] into);

    /** Good parameters to begin a fit to these points from, within the bounds; empty where the points admit none. */
    Optional<double[]> start(double[] x, double[] y);
}
