package org.plateau.prediction.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;

/** Families of synthetic trainings, which have in common how they go on. */
public enum Families {
    /** Level off. */
    SATURATING {
        @Override
        double progress(double share) {
            return 1 - Math.exp(-4 * share);
        }
    },
    /** Seem to level off, and gain once more when the learning rate falls after 60 % of the epochs. */
    STEPPED {
        @Override
        double progress(double share) {
            return 0.6 * (1 - Math.exp(-15 * share)) + (share > 0.6 ? 0.4 * (1 - Math.exp(-20 * (share - 0.6))) : 0);
        }
    },
    /** Start late. */
    DELAYED {
        @Override
        double progress(double share) {
            return 1 / (1 + Math.exp(-15 * (share - 0.4)));
        }
    };

    public static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    public static final FitnessMeasure LOSS = FitnessMeasure.named("val_loss");
    public static final int EPOCHS = 20;
    private static final double START = 30;

    /** What of its gain a training has made when this share of the epochs has passed. */
    abstract double progress(double share);

    /** A finished training with accuracies, losses and two features, of which one says something of the end. */
    public FinishedTraining training(Random random, String name) {
        double width = 1 << (3 + random.nextInt(5));
        double end = 62 + 4 * Math.log(width) / Math.log(2) + 6 * random.nextDouble();
        double noise = 0.4;
        double[] accuracies = new double[EPOCHS];
        double[] training = new double[EPOCHS];
        double[] losses = new double[EPOCHS];
        for (int i = 0; i < EPOCHS; i++) {
            double level = START + (end - START) * progress((i + 1.0) / EPOCHS);
            accuracies[i] = Math.min(100, Math.max(0, level + noise * random.nextGaussian()));
            training[i] = Math.min(100, level + 0.2 * (100 - level) + 0.1 * random.nextGaussian());
            losses[i] = 0.03 * (100 - level) * Math.exp(0.02 * random.nextGaussian());
        }
        Map<String, LearningCurve> series = new TreeMap<>();
        series.put("val_accuracy", curve(accuracies));
        series.put("train_accuracy", curve(training));
        series.put("val_loss", curve(losses));
        return new FinishedTraining(
                name, "data", series, true, Map.of("width", width, "seed", 100 * random.nextDouble()));
    }

    public List<FinishedTraining> trainings(Random random, int count) {
        List<FinishedTraining> trainings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trainings.add(training(random, "network-" + i));
        }
        return trainings;
    }

    public static History history(List<FinishedTraining> trainings) {
        History history = History.none();
        for (FinishedTraining training : trainings) {
            history = history.plus(training);
        }
        return history;
    }

    /** A training as it was after some epochs of those that it took. */
    public static Observation observed(FinishedTraining training, FitnessMeasure fitness, double epoch) {
        return new Observation(
                        training.series(),
                        fitness,
                        truth(training, fitness).lastEpoch(),
                        Optional.empty(),
                        training.features())
                .upTo(epoch);
    }

    public static LearningCurve truth(FinishedTraining training, FitnessMeasure fitness) {
        return training.series().getOrDefault(fitness.name(), LearningCurve.empty());
    }

    /** A training with one of its series replaced. */
    public static FinishedTraining with(FinishedTraining training, String name, LearningCurve curve) {
        Map<String, LearningCurve> series = new TreeMap<>(training.series());
        series.put(name, curve);
        return new FinishedTraining(
                training.network(), training.dataset(), series, training.complete(), training.features());
    }

    /** Values at epochs 1, 2, 3 … */
    public static LearningCurve curve(double... values) {
        return LearningCurve.of(
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values);
    }
}
