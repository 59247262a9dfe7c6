package org.plateau.formats.curves;

import java.util.Optional;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;

/** The measures that curve files may hold, with the values that are possible there. */
final class RecordedMeasures {
    private static final double PERCENT = 100;

    private RecordedMeasures() {}

    /**
     * The measure of a series. Shares may be recorded in percent as well. A series measured on training data may be of any
     * kind, since nobody compares networks by it.
     */
    static Optional<FitnessMeasure> named(String series) {
        Optional<FitnessMeasure> known = FitnessMeasure.known(series);
        if (known.isEmpty() && series.matches("train_[a-z0-9_]+|learning_rate")) {
            return Optional.of(
                    new FitnessMeasure(series, Direction.MAXIMIZE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        }
        return known.map(RecordedMeasures::orInPercent);
    }

    private static FitnessMeasure orInPercent(FitnessMeasure measure) {
        boolean share = measure.upper() == 1 && Double.isFinite(measure.lower());
        return share
                ? new FitnessMeasure(measure.name(), measure.direction(), PERCENT * measure.lower(), PERCENT)
                : measure;
    }
}
