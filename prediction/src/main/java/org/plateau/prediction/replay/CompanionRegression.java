package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;

/**
 * A line through finished trainings: the logarithm of the final fitness' distance to 100 points against the logarithm of
 * a training series' distance to its own bound at the present epoch, by ridge regression.
 *
 * @param companion name of the training series
 * @param ridge penalty on the square of the slope
 */
record CompanionRegression(String companion, double ridge) implements ValuePrediction {
    /** Added to distances, so that those of 0 have a logarithm: a hundredth of a point. */
    private static final double MARGIN = 0.01;

    private static final int FEWEST = 2;

    /** The regression on the training series that belongs to a group's fitness, if all or most trainings have one. */
    static Optional<String> companion(ReplayGroup group) {
        String own = group.metric().replaceFirst("^(val|test)_", "train_");
        Set<String> recorded = group.trainings().stream()
                .flatMap(training -> training.companions().keySet().stream())
                .collect(java.util.stream.Collectors.toSet());
        return Stream.of(own, "train_accuracy", "train_loss")
                .filter(recorded::contains)
                .findFirst();
    }

    private record Point(double x, double y) {}

    @Override
    public double predict(Observation observation, History history) {
        double epoch = observation.epoch();
        double here = at(observation.series().getOrDefault(companion, LearningCurve.empty()), epoch);
        FitnessMeasure fitness = observation.fitness();
        List<Point> points = new ArrayList<>();
        for (FinishedTraining finished : history.trainings()) {
            LearningCurve fitnessCurve = finished.series().getOrDefault(fitness.name(), LearningCurve.empty());
            double before = at(finished.series().getOrDefault(companion, LearningCurve.empty()), epoch);
            if (finished.complete() && !Double.isNaN(before) && !fitnessCurve.isEmpty()) {
                points.add(new Point(x(before), Math.log(distance(100 - fitnessCurve.lastValue()))));
            }
        }
        if (Double.isNaN(here) || points.size() < FEWEST) {
            return Double.NaN;
        }
        double value = 100 + MARGIN - Math.exp(line(points, x(here)));
        return Math.min(fitness.upper(), Math.max(fitness.lower(), value));
    }

    private double line(List<Point> points, double x) {
        double n = points.size();
        double meanX = points.stream().mapToDouble(Point::x).sum() / n;
        double meanY = points.stream().mapToDouble(Point::y).sum() / n;
        double xx = 0;
        double xy = 0;
        for (Point point : points) {
            xx += (point.x - meanX) * (point.x - meanX);
            xy += (point.x - meanX) * (point.y - meanY);
        }
        double slope = xx + ridge > 0 ? xy / (xx + ridge) : 0;
        return meanY + slope * (x - meanX);
    }

    private double x(double value) {
        double upper = FitnessMeasure.named(companion).upper();
        return Math.log(distance(Double.isFinite(upper) ? upper - value : value));
    }

    private static double distance(double value) {
        return Math.max(0, value) + MARGIN;
    }

    private static double at(LearningCurve curve, double epoch) {
        LearningCurve seen = curve.upTo(epoch);
        return seen.isEmpty() || !Double.isFinite(seen.lastValue()) ? Double.NaN : seen.lastValue();
    }
}
