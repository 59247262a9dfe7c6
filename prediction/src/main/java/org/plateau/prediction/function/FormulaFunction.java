package org.plateau.prediction.function;

import java.util.List;
import java.util.Optional;

/**
 * A function given by a formula in text. Its derivatives are central differences, with a step of a hundred-thousandth of
 * the parameter, shortened where a bound is near; they are good to about nine digits.
 *
 * <p>May be used by several threads at once.
 */
final class FormulaFunction implements ParametricFunction {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** Steps are no shorter than those of a parameter of this size. */
    private static final double SMALLEST = 1e-3;

    private final IndexEntry entry;
    private final Formula formula;
    private final StartScan scan;

    FormulaFunction(WrittenFunction written) {
        this.formula = Formula.of(
                written.formula(),
                written.parameters().stream().map(Parameter::name).toList());
        double[] start =
                written.parameters().stream().mapToDouble(Parameter::start).toArray();
        this.entry = new IndexEntry(
                written.name(),
                List.of(),
                written.formula(),
                written.parameters(),
                written.covers(),
                List.of(),
                Double.isFinite(formula.value(start, 0)) ? 0 : 1e-6);
        this.scan = StartScan.of(formula::value, written.parameters());
    }

    @Override
    public IndexEntry entry() {
        return entry;
    }

    @Override
    public double value(double[] parameters, double x) {
        return formula.value(parameters, x);
    }

    @Override
    public void gradient(double[] parameters, double x, double[] into) {
        double[] moved = parameters.clone();
        for (int i = 0; i < moved.length; i++) {
            Parameter bounds = parameters().get(i);
            double step = STEP * Math.max(SMALLEST, Math.abs(parameters[i]));
            double above = Math.min(bounds.upper(), parameters[i] + step);
            double below = Math.max(bounds.lower(), parameters[i] - step);
            moved[i] = above;
            double high = formula.value(moved, x);
            moved[i] = below;
            double low = formula.value(moved, x);
            moved[i] = parameters[i];
            into[i] = (high - low) / (above - below);
        }
    }

    @Override
    public boolean analytic() {
        return false;
    }

    @Override
    public Optional<double[]> start(double[] x, double[] y) {
        return scan.start(x, y);
    }
}
