package org.plateau.diffraction;

/**
 * One of the three factors of a Gaussian on a grid, on the points of a line. Divided by the transform sinc⁴ of the cubic
 * B-spline with which the grid's transform will be read.
 */
final class GaussianLine {
    /** How far the Gaussian is laid down, in standard deviations. */
    private static final double DEVIATIONS = 6;

    private final int first;
    private final double[] weights;

    /**
     * A Gaussian whose transform is exp(−width·q²/4).
     *
     * @param place its middle in Å
     * @param width in Å², like a B factor
     * @param points of the whole line; point 0 is at 0
     * @param step the distance of two points of the transform in 1/Å
     */
    GaussianLine(double place, double width, int points, double step) {
        double spacing = 1 / (points * step);
        double deviation = deviation(width);
        first = (int) Math.ceil((place - extent(width)) / spacing);
        int last = (int) Math.floor((place + extent(width)) / spacing);
        weights = new double[last - first + 1];
        for (int i = 0; i < weights.length; i++) {
            double distance = ((first + i) * spacing - place) / deviation;
            double angle = Math.PI * (first + i) / points;
            double spline = angle == 0 ? 1 : Math.pow(Math.sin(angle) / angle, 4);
            weights[i] = spacing / (deviation * Math.sqrt(2 * Math.PI) * spline) * Math.exp(-distance * distance / 2);
        }
    }

    /** How far a Gaussian reaches from its middle, in Å. */
    static double extent(double width) {
        return DEVIATIONS * deviation(width);
    }

    private static double deviation(double width) {
        return Math.sqrt(width / 8) / Math.PI;
    }

    int first() {
        return first;
    }

    int last() {
        return first + weights.length - 1;
    }

    double weight(int point) {
        return weights[point - first];
    }
}
