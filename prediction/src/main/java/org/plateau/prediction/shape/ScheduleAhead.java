package org.plateau.prediction.shape;

import java.util.Optional;
import java.util.OptionalInt;
import org.plateau.core.training.Schedule;
import org.plateau.prediction.Observation;

/**
 * What of a learning-rate schedule is still to come. A flat curve tells no end while the rate has yet to fall: curves jump
 * at a step and rise late under a cosine.
 *
 * @param schedule of the learning rate
 * @param epoch epochs completed
 * @param horizon epochs of the whole training
 */
public record ScheduleAhead(Schedule schedule, double epoch, double horizon) {
    /** A step to more than this share of the rate changes too little to wait for. */
    private static final double SLIGHT = 0.7;

    /** The schedule of a training, constant where it is not known. */
    public static ScheduleAhead of(Observation observation) {
        return new ScheduleAhead(
                observation.schedule().orElseGet(Schedule.Constant::new), observation.epoch(), observation.horizon());
    }

    /**
     * The next epoch after which the rate falls at once, to at most 0.7 of itself, with at least one epoch to be trained
     * after it. The epoch completed now is still ahead: nothing was measured at the lower rate.
     */
    public OptionalInt nextStep() {
        return schedule instanceof Schedule.Step step && step.gamma() <= SLIGHT
                ? step.milestones().stream()
                        .mapToInt(Integer::intValue)
                        .filter(milestone -> milestone >= epoch && milestone < horizon)
                        .findFirst()
                : OptionalInt.empty();
    }

    /** The rate now as a share of the first one; between whole epochs, that of the running one. */
    public double rate() {
        double first = schedule.factor(0, whole(horizon));
        return first > 0 ? schedule.factor((int) Math.min(Integer.MAX_VALUE, epoch), whole(horizon)) / first : 0;
    }

    /**
     * The share of all learning that is still to come: the rates of the epochs ahead over those of all. Under a cosine it
     * is well under the share of the epochs ahead in the second half, as most steps left are small.
     */
    public double ahead() {
        int all = whole(horizon);
        double sum = 0;
        double left = 0;
        for (int e = 0; e < all; e++) {
            double factor = schedule.factor(e, all);
            sum += factor;
            left += factor * Math.max(0, Math.min(1, e + 1 - epoch));
        }
        return sum > 0 ? left / sum : 0;
    }

    private static int whole(double horizon) {
        return (int) Math.max(1, Math.min(1_000_000, Math.ceil(horizon)));
    }

    /**
     * Why a flat curve is no end yet, in a sentence: a step is ahead. Empty where none is.
     */
    public Optional<String> step() {
        OptionalInt next = nextStep();
        return next.isPresent() ? Optional.of("The learning rate falls at epoch " + next.getAsInt()) : Optional.empty();
    }

    /** Why a flat curve is no end yet, in a sentence: a cosine has not come down to half of its way. Empty where it has. */
    public Optional<String> lateRise() {
        return schedule instanceof Schedule.Cosine cosine && cosine.floor() < SLIGHT && 2 * epoch < horizon
                ? Optional.of(
                        "The learning rate is still at %.0f %% of its first value, and curves rise late under a cosine"
                                .formatted(100 * rate()))
                : Optional.empty();
    }
}
