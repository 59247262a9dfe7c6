package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/** Makes recorded trainings and groups for tests. */
final class Recorded {
    static final FitnessMeasure POINTS = new FitnessMeasure("val_accuracy", Direction.MAXIMIZE, 0, 100);

    private Recorded() {}

    /** Values at epochs 1, 2, 3 … */
    static LearningCurve curve(double... values) {
        double[] epochs = new double[values.length];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = i + 1;
        }
        return LearningCurve.of(epochs, values);
    }

    static RecordedTraining training(String id, Map<String, LearningCurve> series) {
        return new RecordedTraining("source", id, "data", series, Map.of(), OptionalDouble.empty());
    }

    /** A group of accuracies at epochs 1, 2, 3 …, all of one length. */
    static ReplayGroup group(double[]... curves) {
        List<ReplayTraining> trainings = new ArrayList<>();
        for (double[] values : curves) {
            double last = values[values.length - 1];
            trainings.add(new ReplayTraining(
                    "network-" + trainings.size(),
                    "data",
                    curve(values),
                    Map.of(),
                    Map.of(),
                    Double.isNaN(last) ? ReplayGroup.WORST : last,
                    Double.isNaN(last)));
        }
        return new ReplayGroup("source", "data", POINTS, curves[0].length, trainings, 0);
    }

    /** Noisy saturating accuracies with a companion that knows their end. */
    static ReplayGroup random(Random random, int trainings, int epochs) {
        List<ReplayTraining> all = new ArrayList<>();
        for (int i = 0; i < trainings; i++) {
            double end = 60 + 35 * random.nextDouble();
            double rate = 0.1 + random.nextDouble();
            double[] values = new double[epochs];
            double[] companion = new double[epochs];
            for (int e = 0; e < epochs; e++) {
                double level = end - 40 * Math.exp(-rate * (e + 1));
                values[e] = Math.min(100, Math.max(0, level + random.nextGaussian()));
                companion[e] = Math.min(100, Math.max(0, level + 2));
            }
            Map<String, LearningCurve> companions = new TreeMap<>();
            companions.put("train_accuracy", curve(companion));
            all.add(new ReplayTraining(
                    "network-" + i, "data", curve(values), companions, Map.of(), values[epochs - 1], false));
        }
        return new ReplayGroup("source", "data", POINTS, epochs, all, 0);
    }
}
