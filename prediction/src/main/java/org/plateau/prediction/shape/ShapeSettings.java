package org.plateau.prediction.shape;

/**
 * Where one kind of curve ends and another begins. All sizes are in points, see {@link Gains}.
 *
 * @param margin less than this is no gain, however little noise there is
 * @param patience share of the horizon after which a curve that has not moved is said never to learn
 * @param start share of the horizon for which a curve has to stay at guessing to be delayed, and two measurements
 * @param swing a curve is noisy if its mean step back is more than this share of all that it has gained
 * @param fall a curve has collapsed if it lost all but this share of what it had gained
 * @param worse a curve that never learned has diverged once it is so much worse than guessing
 */
public record ShapeSettings(double margin, double patience, double start, double swing, double fall, double worse) {
    public ShapeSettings {
        positive("margin", margin);
        share("patience", patience);
        share("start", start);
        share("swing", swing);
        share("fall", fall);
        positive("worse", worse);
    }

    /**
     * Two points and half the horizon, as the rule never-learns has them; a twentieth of the horizon; 7 % of the gain, which is
     * what normal noise does whose deviation is an eighth of the gain; a quarter of the gain; 25 points.
     */
    public static ShapeSettings standard() {
        return new ShapeSettings(2, 0.5, 0.05, 0.07, 0.25, 25);
    }

    private static void positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "The %s must be a finite number of points > 0, but was %s".formatted(name, value));
        }
    }

    private static void share(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("The %s must be a share in (0, 1], but was %s".formatted(name, value));
        }
    }
}
