package org.plateau.core.fitness;

import java.util.Locale;
import java.util.Optional;

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
     * The measure of this name with its usual direction and bounds: accuracies in percent, F1, AUC, IoU, SSIM and the like
     * in [0, 1], correlations in [−1, 1], R² up to 1, BLEU in percent and PSNR are maximised; losses, errors (MSE, RMSE,
     * MAE, word error rate, perplexity) and costs (MFLOPs, parameters, seconds, joules) are minimised from 0. The last
     * word of a longer name tells what it is ({@code top5_accuracy}, {@code ctc_loss}).
     * An unknown name is maximised without bounds.
     */
    public static FitnessMeasure named(String name) {
        return known(name)
                .orElseGet(() -> new FitnessMeasure(
                        name, Direction.MAXIMIZE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    /** The measure as {@link #named} knows it, empty where the name says nothing. */
    public static Optional<FitnessMeasure> known(String name) {
        String kind = name.toLowerCase(Locale.ROOT).replaceFirst("^(train|val|test)_", "");
        return kind(name, kind).or(() -> kind(name, kind.substring(kind.lastIndexOf('_') + 1)));
    }

    private static Optional<FitnessMeasure> kind(String name, String kind) {
        return switch (kind) {
            case "accuracy", "bleu" -> maximised(name, 0, 100);
            case "f1", "auc", "iou", "dice", "precision", "recall", "map", "ssim", "rouge", "ndcg", "mrr" ->
                maximised(name, 0, 1);
            case "mcc", "kappa", "correlation" -> maximised(name, -1, 1);
            case "r2" -> maximised(name, Double.NEGATIVE_INFINITY, 1);
            case "psnr" -> maximised(name, 0, Double.POSITIVE_INFINITY);
            case "reward", "return", "score" -> maximised(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            case "loss", "mse", "mae", "rmse", "mape", "perplexity", "ppl", "bpc", "wer", "cer" ->
                minimised(name, Double.POSITIVE_INFINITY);
            case "mflops", "parameters", "seconds", "joules" -> minimised(name, Double.POSITIVE_INFINITY);
            case "error" -> minimised(name, 100);
            default -> Optional.empty();
        };
    }

    private static Optional<FitnessMeasure> maximised(String name, double lower, double upper) {
        return Optional.of(new FitnessMeasure(name, Direction.MAXIMIZE, lower, upper));
    }

    private static Optional<FitnessMeasure> minimised(String name, double upper) {
        return Optional.of(new FitnessMeasure(name, Direction.MINIMIZE, 0, upper));
    }

    /** Whether the value is a number inside the bounds, ends included. */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
