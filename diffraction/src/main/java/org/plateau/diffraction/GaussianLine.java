package org.plateau.diffraction;

/** One of the three factors of a Gaussian on a grid: its weights on the points of a line. */
final class GaussianLine {
    /** How far the Gaussian is laid down, in standard deviations. */
    private static final double EXTENT = 5.5;

    private final int first;
    private final double[] weights;

    /**
     * A Gaussian whose transform is exp(−width·q²/4).
     *
     * @param place its middle in Å
     * @param width in Å², like a B factor
     * @param spacing the distance of two points in Å; point 0 is at 0
     */
    GaussianLine(double place, double width, double spacing) {
        double deviation = Math.sqrt(width / 8) / Math.PI;
        first = (int) Math.ceil((place - EXTENT * deviation) / spacing);
        int last = (int) Math.floor((place + EXTENT * deviation) / spacing);
        weights = new double[last - first + 1];
        for (int i = 0; i < weights.length; i++) {
            double distance = ((first + i) * spacing - place) / deviation;
            weights[i] = spacing / (deviation * Math.sqrt(2 * Math.PI)) * Math.exp(-distance * distance / 2);
        }
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
