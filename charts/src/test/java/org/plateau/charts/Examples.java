package org.plateau.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.Fitness.Origin;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Ending;

/** Made-up searches. */
final class Examples {
    static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    static final FitnessMeasure MFLOPS = FitnessMeasure.named("mflops");

    private Examples() {}

    static CurveLine completed(String label, double... values) {
        return new CurveLine(label, curve(values), Ending.COMPLETED, OptionalDouble.empty());
    }

    static CurveLine stopped(String label, double predicted, double... values) {
        return new CurveLine(label, curve(values), Ending.STOPPED, OptionalDouble.of(predicted));
    }

    static FrontPoint measured(String label, double fitness, double cost, boolean onFront) {
        return new FrontPoint(label, new Fitness(fitness, Origin.MEASURED), cost, onFront);
    }

    static FrontPoint predicted(String label, double fitness, double cost, boolean onFront) {
        return new FrontPoint(label, new Fitness(fitness, Origin.PREDICTED), cost, onFront);
    }

    /** Values at the epochs 1, 2, 3 … */
    static LearningCurve curve(double... values) {
        LearningCurve curve = LearningCurve.empty();
        for (double value : values) {
            curve = curve.plus(curve.size() + 1, value);
        }
        return curve;
    }

    static SearchFigure search(int networks, RandomGenerator random) {
        List<CurveLine> lines = new ArrayList<>();
        List<FrontPoint> points = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            boolean stopped = random.nextBoolean();
            double end = 100 - random.nextExponential() * 5;
            double[] values = new double[stopped ? random.nextInt(1, 15) : 15];
            for (int e = 0; e < values.length; e++) {
                values[e] = end - 40 * Math.exp(-e / 3.0);
            }
            String label = "network " + Long.toHexString(random.nextLong());
            lines.add(stopped ? stopped(label, end, values) : completed(label, values));
            Origin origin = stopped ? Origin.PREDICTED : Origin.MEASURED;
            points.add(new FrontPoint(
                    label, new Fitness(end, origin), random.nextDouble(10, 5000), random.nextInt(8) == 0));
        }
        return new SearchFigure(
                "A search",
                "62 % of epochs saved",
                new LearningCurvesChart(ACCURACY, 15, lines),
                new ParetoFrontChart(ACCURACY, MFLOPS, points, true));
    }
}
