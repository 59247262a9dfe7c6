package org.plateau.prediction.shape;

import java.util.Optional;
import org.plateau.prediction.Sentence;

/**
 * Finds curves that have learned, have fallen back at once, and have stayed there. With P the sustained gain before:
 * all values from some point on, at least three and an eighth of all, are at most a share of P; P is more than twice the
 * reach and ten points more than they are; and one of the three values before them was more than half of P.
 */
final class Collapse {
    private static final int STAYED = 3;
    private static final int PARTS = 8;
    private static final double LEAST_FALL = 10;
    private static final int JUST_BEFORE = 3;

    private Collapse() {}

    /** @param share of the gain that is left at most */
    static Optional<String> of(Gains gains, double share) {
        int n = gains.size();
        double peak = gains.sustained();
        int from = n;
        while (from > 0 && gains.value(from - 1) <= share * peak) {
            from--;
        }
        int stayed = n - from;
        if (from == 0 || stayed < Math.max(STAYED, n / PARTS) || peak <= 2 * gains.reach()) {
            return Optional.empty();
        }
        double level = gains.median(from, n);
        double before = Double.NEGATIVE_INFINITY;
        for (int i = Math.max(0, from - JUST_BEFORE); i < from; i++) {
            before = Math.max(before, gains.value(i));
        }
        return peak - level > LEAST_FALL && before > peak / 2
                ? Optional.of("It lost %s of the %s points that it had gained at epoch %s"
                        .formatted(
                                Sentence.number(peak - level),
                                Sentence.number(peak),
                                Sentence.number(gains.epoch(from))))
                : Optional.empty();
    }
}
