package org.plateau.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.formats.curves.CurveFile;

/**
 * Curves like those of the networks on diffraction images: accuracies that stay at 50 % for some epochs, then rise to a
 * plateau, with noise. Always the same ones, so that Java and Python fit the same.
 */
public final class NoisyCurves {
    private static final int CURVES = 40;
    private static final long SEED = 20_260_101;

    private NoisyCurves() {}

    /** Forty generated curves of so many points, or those of a file. */
    static List<LearningCurve> of(int points, String file) {
        return file.isEmpty() ? generated(points) : recorded(points, Path.of(file));
    }

    private static List<LearningCurve> recorded(int points, Path file) {
        return CurveFile.read(file).stream()
                .map(training -> training.curve("val_accuracy"))
                .filter(curve ->
                        curve.size() == points && Arrays.stream(curve.values()).allMatch(Double::isFinite))
                .limit(CURVES)
                .toList();
    }

    private static List<LearningCurve> generated(int points) {
        Random random = new Random(SEED);
        return IntStream.range(0, CURVES).mapToObj(i -> curve(random, points)).toList();
    }

    private static LearningCurve curve(Random random, int points) {
        double gain = 20 + 28 * random.nextDouble();
        double rate = (2 + 10 * random.nextDouble()) / points;
        double delay = random.nextBoolean() ? 0 : 0.3 * points * random.nextDouble();
        double noise = 0.5 + 3 * random.nextDouble();
        double[] epochs = new double[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            epochs[i] = i + 1;
            double learnt = -Math.expm1(-rate * Math.max(0, epochs[i] - delay));
            values[i] = Math.min(100, Math.max(0, 50 + gain * learnt + noise * random.nextGaussian()));
        }
        return LearningCurve.of(epochs, values);
    }

    /** Prints the values of every curve as a line; arguments are the number of points and perhaps a file of curves. */
    public static void main(String[] arguments) {
        for (LearningCurve curve : of(Integer.parseInt(arguments[0]), arguments.length > 1 ? arguments[1] : "")) {
            StringBuilder line = new StringBuilder();
            for (double value : curve.values()) {
                line.append(line.isEmpty() ? "" : ",").append(String.format(Locale.ROOT, "%.6f", value));
            }
            System.out.println(line);
        }
    }
}
