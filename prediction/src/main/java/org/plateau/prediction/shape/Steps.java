package org.plateau.prediction.shape;

import java.util.Optional;
import org.plateau.core.training.Schedule;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Sentence;

/**
 * Finds curves that learned, neared a plateau, and then gained at once, as they do when the learning rate is lowered.
 *
 * <p>Medians of three windows of k measurements in a row are compared, k being a twelfth of all, from three to eight: the
 * third must be better than the second by more than twice the margin and 4σ, by more than three times what the second
 * gained over the first, in all of its values; the first must have half of the second's gain over guessing at least, and more than its reach; and
 * at least 40 % of the difference must have come between the last measurement of the second and the second of the third.
 * Where a stepped schedule is known, only its steps are looked at, and 2σ and the margin will do.
 */
final class Steps {
    private static final int SMALLEST = 3;
    private static final int LARGEST = 8;
    private static final int PARTS = 12;
    private static final double FASTER = 3;
    private static final double AT_ONCE = 0.4;

    private Steps() {}

    static Optional<String> of(Gains gains, Observation observation, double margin) {
        int n = gains.size();
        int k = Math.max(SMALLEST, Math.min(LARGEST, n / PARTS));
        for (int i = 2 * k; i + k <= n; i++) {
            double epoch = gains.epoch(i - 1);
            boolean known = observation
                    .schedule()
                    .filter(Schedule.Step.class::isInstance)
                    .isPresent();
            if (known && !isStep(observation, epoch, gains.epoch(i))) {
                continue;
            }
            double least = known ? Math.max(margin, 2 * gains.noise()) : Math.max(2 * margin, 4 * gains.noise());
            double first = gains.median(i - 2 * k, i - k);
            double second = gains.median(i - k, i);
            double jump = gains.median(i, i + k) - second;
            double atOnce = gains.value(i + 1) - gains.value(i - 1);
            if (jump > least
                    && apart(gains, i, k)
                    && jump > FASTER * Math.abs(second - first)
                    && first > Math.max(gains.reach(), second / 2)
                    && atOnce > AT_ONCE * jump) {
                return Optional.of("It gained %s points at once after epoch %s"
                        .formatted(Sentence.number(jump), Sentence.number(epoch)));
            }
        }
        return Optional.empty();
    }

    /** Whether all of the third window are better than all before. */
    private static boolean apart(Gains gains, int from, int k) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = from - 2 * k; i < from; i++) {
            best = Math.max(best, gains.value(i));
        }
        double worst = Double.POSITIVE_INFINITY;
        for (int i = from; i < from + k; i++) {
            worst = Math.min(worst, gains.value(i));
        }
        return worst > best;
    }

    /** Whether a milestone was reached when {@code from} epochs were completed, and not only after {@code to}. */
    private static boolean isStep(Observation observation, double from, double to) {
        return observation.schedule().orElse(new Schedule.Constant()) instanceof Schedule.Step step
                && step.milestones().stream().anyMatch(milestone -> milestone >= from && milestone < to);
    }
}
