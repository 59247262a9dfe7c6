package org.plateau.prediction.sweep;

/**
 * Brings values to a size around 1 and back: value = (scaled · scale + centre) · magnitude. Two factors, so that nothing
 * overflows on the way.
 *
 * @param magnitude the largest size of a value, 1 where all are 0
 * @param centre the mean of the values, in magnitudes
 * @param scale the largest distance to it, 1 where all are equal
 */
record Scaling(double magnitude, double centre, double scale) {
    double unscaled(double value) {
        return (value * scale + centre) * magnitude;
    }

    double unscaledDifference(double difference) {
        return difference * scale * magnitude;
    }

    double scaled(double value) {
        return (value / magnitude - centre) / scale;
    }

    double scaledDifference(double difference) {
        return difference / magnitude / scale;
    }
}
