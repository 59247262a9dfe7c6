package org.plateau.prediction.fit;

import java.util.Arrays;

/**
 * The quadratic model of a least-squares cost around an interior point, in the variables x̂ = x/√v, where v is the
 * distance to the bound that the negative gradient points at (Coleman and Li), and the steps that it proposes.
 */
final class ScaledModel {
    private static final double DISTANCE_ACCURACY = 0.01;
    private static final int DAMPING_STEPS = 10;

    private final int n;
    private final double[] lower;
    private final double[] upper;
    private final double[] scale;
    private final double[] gradient;
    private final double[] curvature;
    private final double[][] stacked;
    private final ColumnRotation decomposition;
    private final double[] projected;
    private final double[] step;
    private final double[] scaledStep;
    private double damping;

    ScaledModel(double[] lower, double[] upper, int residuals) {
        this.lower = lower;
        this.upper = upper;
        n = lower.length;
        scale = new double[n];
        gradient = new double[n];
        curvature = new double[n];
        stacked = new double[n][residuals + n];
        decomposition = new ColumnRotation(n, residuals + n);
        projected = new double[n];
        step = new double[n];
        scaledStep = new double[n];
    }

    /** Moves the model to a point; returns the largest entry of v times the gradient, 0 at an optimum. */
    double update(double[] x, double[] residuals, double[][] jacobian) {
        int m = residuals.length;
        double steepness = 0;
        for (int i = 0; i < n; i++) {
            double slope = 0;
            for (int row = 0; row < m; row++) {
                slope += jacobian[row][i] * residuals[row];
            }
            double distance = slope < 0 ? upper[i] - x[i] : x[i] - lower[i];
            boolean bounded = slope != 0 && Double.isFinite(distance);
            double v = bounded ? distance : 1;
            steepness = Math.max(steepness, Math.abs(slope * v));
            scale[i] = Math.sqrt(v);
            gradient[i] = scale[i] * slope;
            curvature[i] = bounded ? Math.abs(slope) : 0;
            Arrays.fill(stacked[i], m, m + n, 0);
            stacked[i][m + i] = Math.sqrt(curvature[i]);
            for (int row = 0; row < m; row++) {
                stacked[i][row] = jacobian[row][i] * scale[i];
            }
        }
        decomposition.decompose(stacked);
        for (int k = 0; k < n; k++) {
            projected[k] = 0;
            for (int i = 0; i < n; i++) {
                projected[k] += decomposition.vector(i, k) * gradient[i];
            }
        }
        return steepness;
    }

    /** Length of a vector in the scaled variables, 1 for the null vector. */
    double scaledSizeOf(double[] x) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i] * x[i] / (scale[i] * scale[i]);
        }
        return sum == 0 ? 1 : Math.sqrt(sum);
    }

    /** The next radius of the trust region; the damping is kept in proportion. */
    double shrink(double radius, double next) {
        damping *= radius / next;
        return next;
    }

    /** Chooses the next step, read with {@link #step(int)}; returns the reduction of cost that the model promises. */
    double step(double[] x, double radius, double theta) {
        trustRegionStep(radius);
        for (int i = 0; i < n; i++) {
            step[i] = scale[i] * scaledStep[i];
        }
        double toBound = stepsToBound(x, step);
        if (toBound > 1) {
            return -value(scaledStep);
        }
        double[] reflected = scaledStep.clone();
        for (int i = 0; i < n; i++) {
            if (stepToBound(x[i], step[i], i) == toBound) {
                reflected[i] = -reflected[i];
            }
        }
        double[] cut = scaled(scaledStep, toBound);
        double[] best = scaled(cut, theta);
        double bestValue = value(best);
        double[] bounced = reflect(x, cut, reflected, radius, theta, toBound);
        double bouncedValue = value(bounced);
        if (bouncedValue < bestValue) {
            best = bounced;
            bestValue = bouncedValue;
        }
        double[] descent = descend(x, radius, theta);
        double descentValue = value(descent);
        if (descentValue < bestValue) {
            best = descent;
            bestValue = descentValue;
        }
        for (int i = 0; i < n; i++) {
            scaledStep[i] = best[i];
            step[i] = scale[i] * best[i];
        }
        return -bestValue;
    }

    double step(int i) {
        return step[i];
    }

    double stepSize() {
        return norm(step);
    }

    double scaledStepSize() {
        return norm(scaledStep);
    }

    /** From the bound on along the reflected direction, to the minimum of the model or nearly to the next bound. */
    private double[] reflect(
            double[] x, double[] cut, double[] reflected, double radius, double theta, double toFirstBound) {
        double[] onBound = new double[n];
        double[] direction = new double[n];
        for (int i = 0; i < n; i++) {
            onBound[i] = x[i] + scale[i] * cut[i];
            direction[i] = scale[i] * reflected[i];
        }
        double toRegion = stepToSphere(cut, reflected, radius);
        double toBound = stepsToBound(onBound, direction);
        double farthest = Math.min(toBound, toRegion);
        if (!(farthest > 0)) {
            return scaled(cut, theta);
        }
        double low = (1 - theta) * toFirstBound / farthest;
        double high = farthest == toBound ? theta * toBound : toRegion;
        if (low > high) {
            return scaled(cut, theta);
        }
        double stride = minimizer(reflected, cut, low, high);
        double[] bounced = new double[n];
        for (int i = 0; i < n; i++) {
            bounced[i] = cut[i] + stride * reflected[i];
        }
        return bounced;
    }

    private double[] descend(double[] x, double radius, double theta) {
        double[] downhill = new double[n];
        double[] direction = new double[n];
        for (int i = 0; i < n; i++) {
            downhill[i] = -gradient[i];
            direction[i] = scale[i] * downhill[i];
        }
        double toRegion = radius / norm(downhill);
        double toBound = stepsToBound(x, direction);
        double farthest = toBound < toRegion ? theta * toBound : toRegion;
        return scaled(downhill, minimizer(downhill, new double[n], 0, farthest));
    }

    /** The minimum of the model within the radius: Moré's iteration on the damping (Moré 1978). */
    private void trustRegionStep(double radius) {
        double[] singular = decomposition.singular();
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : singular) {
            largest = Math.max(largest, value);
            smallest = Math.min(smallest, value);
        }
        boolean fullRank = smallest > Math.ulp(1.0) * stacked[0].length * largest;
        if (fullRank && damped(0) <= radius) {
            damping = 0;
            return;
        }
        double high = norm(projected) / radius;
        double low = fullRank ? newton(0, radius) : 0;
        double current = damping;
        if (!fullRank && current == 0) {
            current = Math.max(0.001 * high, Math.sqrt(low * high));
        }
        for (int i = 0; i < DAMPING_STEPS; i++) {
            if (current < low || current > high) {
                current = Math.max(0.001 * high, Math.sqrt(low * high));
            }
            double excess = damped(current) - radius;
            if (excess < 0) {
                high = current;
            }
            double correction = newton(current, radius);
            low = Math.max(low, current + correction);
            current += (excess + radius) * correction / radius;
            if (Math.abs(excess) < DISTANCE_ACCURACY * radius) {
                break;
            }
        }
        double length = damped(current);
        for (int i = 0; i < n; i++) {
            scaledStep[i] *= radius / length;
        }
        damping = current;
    }

    /** Puts −(B + damping·I)⁻¹g into the scaled step and returns its length. */
    private double damped(double amount) {
        double[] singular = decomposition.singular();
        Arrays.fill(scaledStep, 0);
        for (int k = 0; k < n; k++) {
            double denominator = singular[k] * singular[k] + amount;
            double along = denominator > 0 ? projected[k] / denominator : 0;
            for (int i = 0; i < n; i++) {
                scaledStep[i] -= decomposition.vector(i, k) * along;
            }
        }
        return norm(scaledStep);
    }

    /** Newton's correction to the damping for a step as long as the radius. */
    private double newton(double amount, double radius) {
        double[] singular = decomposition.singular();
        double length = 0;
        double change = 0;
        for (int k = 0; k < n; k++) {
            double denominator = singular[k] * singular[k] + amount;
            if (denominator > 0) {
                double along = projected[k] / denominator;
                length += along * along;
                change += along * along / denominator;
            }
        }
        length = Math.sqrt(length);
        return change > 0 ? (length - radius) * length / change : 0;
    }

    private double value(double[] at) {
        double slope = 0;
        for (int i = 0; i < n; i++) {
            slope += gradient[i] * at[i];
        }
        return slope + bend(at, at) / 2;
    }

    /** The bilinear form of the model's second derivative. */
    private double bend(double[] left, double[] right) {
        double sum = 0;
        for (int row = 0; row < stacked[0].length; row++) {
            double a = 0;
            double b = 0;
            for (int i = 0; i < n; i++) {
                a += stacked[i][row] * left[i];
                b += stacked[i][row] * right[i];
            }
            sum += a * b;
        }
        return sum;
    }

    /** Where in [low, high] the model is least along a direction from an origin. */
    private double minimizer(double[] direction, double[] origin, double low, double high) {
        double quadratic = bend(direction, direction) / 2;
        double linear = bend(direction, origin);
        for (int i = 0; i < n; i++) {
            linear += gradient[i] * direction[i];
        }
        double best = linear * low + quadratic * low * low <= linear * high + quadratic * high * high ? low : high;
        double extremum = -linear / (2 * quadratic);
        boolean better = quadratic != 0
                && extremum > low
                && extremum < high
                && linear * extremum + quadratic * extremum * extremum < linear * best + quadratic * best * best;
        return better ? extremum : best;
    }

    private double stepsToBound(double[] x, double[] direction) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, stepToBound(x[i], direction[i], i));
        }
        return least;
    }

    private double stepToBound(double from, double direction, int i) {
        if (direction == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max((lower[i] - from) / direction, (upper[i] - from) / direction);
    }

    /** The positive stride at which origin + stride·direction leaves the sphere. */
    private double stepToSphere(double[] origin, double[] direction, double radius) {
        double a = 0;
        double b = 0;
        double c = -radius * radius;
        for (int i = 0; i < n; i++) {
            a += direction[i] * direction[i];
            b += origin[i] * direction[i];
            c += origin[i] * origin[i];
        }
        double root = Math.sqrt(Math.max(0, b * b - a * c));
        double q = -(b + Math.copySign(root, b));
        return Math.max(q / a, c / q);
    }

    private double[] scaled(double[] vector, double factor) {
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = factor * vector[i];
        }
        return result;
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double entry : vector) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }
}
