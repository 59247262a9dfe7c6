package org.plateau.core.fitness;

import java.util.Locale;

/**
 * A measured quantity that tells how good a network is, or what it costs.
 *
 * @param name the field's standard name with its split, such as {@code val_accuracy}, {@code val_loss}, {@code mflops}
 * @param direction whether more is better
 * @param lower smallest possible value, may be −∞
 * @param upper largest possible value, may be +∞
 */
public record FitnessMeasure(String name, Direction direction, double lower, double upper) {
    public FitnessMeasure {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "A measure's name must be lower-case letters, digits and underscores, but was \"" + name + "\"");
        }
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    "Bounds of %s must be increasing, but were [%s, %s]".formatted(name, lower, upper));
        }
    }

    /**
     * The measure of this name with its usual direction and bounds: accuracies in percent, F1, AUC, IoU in [0, 1],
     * R² up to 1 are maximised; losses, errors (MSE, RMSE, MAE, word error rate, perplexity) and costs (MFLOPs, parameters,
     * seconds, joules) are minimised from 0.
     * An unknown name is maximised without bounds.
     */
    public static FitnessMeasure named(String name) {
        String kind = name.toLowerCase(Locale.ROOT).replaceFirst("^(train|val|test)_", "");
        return switch (kind) {
            case "accuracy" -> new FitnessMeasure(name, Direction.MAXIMIZE, 0, 100);
            case "f1", "auc", "iou", "precision", "recall", "map" -> new FitnessMeasure(name, Direction.MAXIMIZE, 0, 1);
            case "r2" -> new FitnessMeasure(name, Direction.MAXIMIZE, Double.NEGATIVE_INFINITY, 1);
            case "loss", "mse", "mae", "rmse", "perplexity", "wer", "mflops", "parameters", "seconds", "joules" ->
                new FitnessMeasure(name, Direction.MINIMIZE, 0, Double.POSITIVE_INFINITY);
            case "error" -> new FitnessMeasure(name, Direction.MINIMIZE, 0, 100);
            default -> new FitnessMeasure(name, Direction.MAXIMIZE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        };
    }

    /** Whether the value is a number inside the bounds, ends included. */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
