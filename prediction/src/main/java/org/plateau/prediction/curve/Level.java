package org.plateau.prediction.curve;

/** Where a curve stood after some of its values, see {@link LevelSettings}. */
final class Level {
    /** Beside errors, in their mean: nobody is judged to be better than all by more than this. */
    private static final double LEAST = 0.02;

    private final SeenValues values;
    private final LevelSettings settings;

    Level(SeenValues values, LevelSettings settings) {
        this.values = values;
        this.settings = settings;
    }

    /** After the first {@code seen} values, at least one; scaled. */
    double after(int seen) {
        double last = 0;
        double recent = 0;
        double best = 0;
        for (int i = Math.max(1, seen - settings.judged()); i < seen; i++) {
            int end = Math.min(seen, i + settings.ahead());
            double lastThen = values.value(i - 1);
            double recentThen = recent(i);
            double bestThen = values.best(i - 1);
            double share = 1.0 / (end - i);
            for (int k = i; k < end; k++) {
                last += share * Math.abs(values.value(k) - lastThen);
                recent += share * Math.abs(values.value(k) - recentThen);
                best += share * Math.abs(values.value(k) - bestThen);
            }
        }
        double mean = (last + recent + best) / 3;
        double weightOfLast = weight(last, mean);
        double weightOfRecent = settings.prior() * weight(recent, mean);
        double weightOfBest = weight(best, mean);
        return (weightOfLast * values.value(seen - 1)
                        + weightOfRecent * recent(seen)
                        + weightOfBest * values.best(seen - 1))
                / (weightOfLast + weightOfRecent + weightOfBest);
    }

    /** Where nothing is wrong nobody is better. */
    private double weight(double error, double mean) {
        return mean > 0 ? Math.pow(error / mean + LEAST, -settings.sharpness()) : 1;
    }

    private double recent(int seen) {
        return values.best(Math.max(0, seen - settings.recent()), seen);
    }
}
