package org.plateau.prediction.function;

import java.util.List;
import java.util.Optional;

/**
 * A function whose logarithm is linear in all parameters: e^(p₁ + p₂·t₂(x) + …). It is over 0 everywhere, so that points
 * that are not are left out of a fit. Linear least squares on the logarithms gives a start in closed form. Immutable.
 */
public abstract class LogLinearFunction implements ParametricFunction {
    private final IndexEntry entry;

    LogLinearFunction(IndexEntry entry) {
        this.entry = entry;
    }

    /** Writes the terms at x, of which the first is 1. */
    public abstract void terms(double x, double[] into);

    @Override
    public final IndexEntry entry() {
        return entry;
    }

    @Override
    public final double value(double[] p, double x) {
        double[] terms = new double[p.length];
        terms(x, terms);
        double logarithm = 0;
        for (int i = 0; i < p.length; i++) {
            logarithm += p[i] * terms[i];
        }
        return Math.exp(logarithm);
    }

    @Override
    public final void gradient(double[] p, double x, double[] into) {
        double value = value(p, x);
        terms(x, into);
        for (int i = 0; i < p.length; i++) {
            into[i] *= value;
        }
    }

    @Override
    public final Optional<double[]> start(double[] x, double[] y) {
        List<Parameter> parameters = parameters();
        NormalEquations equations = new NormalEquations(parameters.size());
        double[] terms = new double[parameters.size()];
        int positive = 0;
        for (int i = 0; i < x.length; i++) {
            if (y[i] > 0) {
                terms(x[i], terms);
                equations.add(terms, Math.log(y[i]));
                positive++;
            }
        }
        if (positive < parameters.size()) {
            return Optional.empty();
        }
        double[] start = equations.solve();
        for (int i = 0; i < start.length; i++) {
            Parameter bounds = parameters.get(i);
            start[i] = Math.min(bounds.upper(), Math.max(bounds.lower(), start[i]));
            if (!Double.isFinite(start[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(start);
    }
}
