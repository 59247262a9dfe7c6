package org.plateau.prediction.sweep;

/** A shape with its α and β for all points, scaled as the values are. */
final class ShapeFit {
    private final double[] shape;
    private final double alpha;
    private final double beta;
    private final double squares;
    private final boolean held;
    private final double now;
    private final double prediction;

    /**
     * The fit that a linear part has solved.
     *
     * @param shape kept, not copied
     * @param row g at the points and at the horizon
     */
    ShapeFit(double[] shape, LinearPart solved, double[] row) {
        this.shape = shape;
        alpha = solved.alpha();
        beta = solved.beta();
        squares = solved.squares();
        held = solved.held();
        now = alpha + beta * row[row.length - 2];
        prediction = alpha + beta * row[row.length - 1];
    }

    double[] shape() {
        return shape;
    }

    double alpha() {
        return alpha;
    }

    double beta() {
        return beta;
    }

    double squares() {
        return squares;
    }

    /** Whether β is at a bound. */
    boolean held() {
        return held;
    }

    /** At the last point. */
    double now() {
        return now;
    }

    /** At the horizon. */
    double prediction() {
        return prediction;
    }
}
