package org.plateau.prediction.function;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/**
 * e^(a + b/x + c ln x): always positive, so it is for positive values only. A fit starts from linear least squares on
 * the logarithms.
 */
final class VaporPressure implements ParametricFunction {
    private static final IndexEntry ENTRY = new IndexEntry(
            "vapor-pressure",
            List.of("vap3"),
            "e^(a + b / x + c ln(x))",
            List.of(
                    new Parameter("a", "logarithm of the scale", -700, 700, 1),
                    new Parameter("b", "early bend, negative for a rise", -100, 100, -1),
                    new Parameter("c", "exponent of the late growth", -10, 10, 0.1)),
            Set.of(CurveShape.LEARNING),
            List.of(Source.domhan("vapor pressure"), Source.penguin("index of functions"), Source.lcdb("vap3")),
            0.1);

    @Override
    public IndexEntry entry() {
        return ENTRY;
    }

    @Override
    public double value(double[] p, double x) {
        return Math.exp(p[0] + p[1] / x + p[2] * Math.log(x));
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double value = value(p, x);
        into[0] = value;
        into[1] = value / x;
        into[2] = value * Math.log(x);
    }

    @Override
    public Optional<double[]> start(double[] x, double[] y) {
        // Normal equations of ln y ≈ a + b/x + c ln x, solved by elimination.
        double[][] normal = new double[3][4];
        for (int i = 0; i < x.length; i++) {
            if (y[i] > 0) {
                double[] row = {1, 1 / x[i], Math.log(x[i]), Math.log(y[i])};
                for (int j = 0; j < 3; j++) {
                    for (int k = 0; k < 4; k++) {
                        normal[j][k] += row[j] * row[k];
                    }
                }
            }
        }
        if (normal[0][0] < 3) {
            return Optional.empty();
        }
        for (int j = 0; j < 3; j++) {
            normal[j][j] *= 1 + 1e-10;
            for (int below = j + 1; below < 3; below++) {
                double factor = normal[below][j] / normal[j][j];
                for (int k = j; k < 4; k++) {
                    normal[below][k] -= factor * normal[j][k];
                }
            }
        }
        double[] start = new double[3];
        for (int j = 2; j >= 0; j--) {
            double rest = normal[j][3];
            for (int k = j + 1; k < 3; k++) {
                rest -= normal[j][k] * start[k];
            }
            Parameter bounds = ENTRY.parameters().get(j);
            start[j] = Math.min(bounds.upper(), Math.max(bounds.lower(), rest / normal[j][j]));
        }
        return Double.isFinite(start[0] + start[1] + start[2]) ? Optional.of(start) : Optional.empty();
    }
}
