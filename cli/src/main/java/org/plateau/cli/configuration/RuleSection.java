package org.plateau.cli.configuration;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plateau.prediction.Peers;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.rule.RuleSettings;

/**
 * One of the key {@code termination.rules}: when a training is stopped. What is left out is as in the preset
 * {@code plateau}, or as each kind says where the preset does not have it.
 */
public sealed interface RuleSection {
    RuleSection resolved();

    RuleSettings settings();

    private static <R extends RuleSettings> R standard(Class<R> rule) {
        return PredictionSettings.plateau().rules().stream()
                .filter(rule::isInstance)
                .map(rule::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void minimumShare(OptionalDouble value) {
        value.ifPresent(share -> Expect.that(share >= 0 && share <= 1, "minimum-share", share, "a share in [0, 1]"));
    }

    /** The section of a rule, nothing left out. */
    static RuleSection of(RuleSettings rule) {
        if (rule instanceof org.plateau.prediction.rule.Settled settled) {
            return new Settled(OptionalDouble.of(settled.tolerance()), OptionalDouble.of(settled.minimumShare()));
        }
        if (rule instanceof org.plateau.prediction.rule.Unpromising unpromising) {
            return new Unpromising(
                    OptionalDouble.of(unpromising.probability()),
                    OptionalInt.of(unpromising.top()),
                    OptionalDouble.of(unpromising.tolerance()),
                    OptionalDouble.of(unpromising.minimumShare()));
        }
        if (rule instanceof org.plateau.prediction.rule.Converged converged) {
            return new Converged(
                    OptionalInt.of(converged.window()),
                    OptionalDouble.of(converged.tolerance()),
                    OptionalDouble.of(converged.minimumEpochs()));
        }
        if (rule instanceof org.plateau.prediction.rule.Patience patience) {
            return new Patience(OptionalDouble.of(patience.epochs()), OptionalDouble.of(patience.minimumDelta()));
        }
        if (rule instanceof org.plateau.prediction.rule.Diverged diverged) {
            return new Diverged(OptionalDouble.of(diverged.factor()));
        }
        var neverLearns = (org.plateau.prediction.rule.NeverLearns) rule;
        return new NeverLearns(OptionalDouble.of(neverLearns.patience()), OptionalDouble.of(neverLearns.margin()));
    }

    /**
     * The forecast is certain enough.
     *
     * @param tolerance half the width of its 80 % interval, in points
     * @param minimumShare of the horizon that has to pass first
     */
    record Settled(OptionalDouble tolerance, OptionalDouble minimumShare) implements RuleSection {
        public Settled {
            Expect.positive("tolerance", tolerance);
            RuleSection.minimumShare(minimumShare);
        }

        @Override
        public Settled resolved() {
            var standard = standard(org.plateau.prediction.rule.Settled.class);
            return new Settled(
                    OptionalDouble.of(tolerance.orElse(standard.tolerance())),
                    OptionalDouble.of(minimumShare.orElse(standard.minimumShare())));
        }

        @Override
        public RuleSettings settings() {
            return new org.plateau.prediction.rule.Settled(tolerance.orElseThrow(), minimumShare.orElseThrow());
        }
    }

    /**
     * The network has hardly a chance to count.
     *
     * @param probability below which it is stopped
     * @param top how many of the best networks it is measured against where nothing but the fitness is optimised
     * @param tolerance half the width of the forecast's 80 % interval that is allowed, in points
     * @param minimumShare of the horizon that has to pass first
     */
    record Unpromising(
            OptionalDouble probability, OptionalInt top, OptionalDouble tolerance, OptionalDouble minimumShare)
            implements RuleSection {
        public Unpromising {
            probability.ifPresent(
                    share -> Expect.that(share > 0 && share < 1, "probability", share, "a number in (0, 1)"));
            Expect.between(1, Peers.LEADERS, "top", top);
            Expect.positive("tolerance", tolerance);
            RuleSection.minimumShare(minimumShare);
        }

        @Override
        public Unpromising resolved() {
            var standard = standard(org.plateau.prediction.rule.Unpromising.class);
            return new Unpromising(
                    OptionalDouble.of(probability.orElse(standard.probability())),
                    OptionalInt.of(top.orElse(standard.top())),
                    OptionalDouble.of(tolerance.orElse(standard.tolerance())),
                    OptionalDouble.of(minimumShare.orElse(standard.minimumShare())));
        }

        @Override
        public RuleSettings settings() {
            return new org.plateau.prediction.rule.Unpromising(
                    probability.orElseThrow(), top.orElseThrow(), tolerance.orElseThrow(), minimumShare.orElseThrow());
        }
    }

    /**
     * The last forecasts agree.
     *
     * @param window how many have to, 4 if left out
     * @param tolerance in points, 0.5 if left out
     * @param minimumEpochs completed before, 5 if left out
     */
    record Converged(OptionalInt window, OptionalDouble tolerance, OptionalDouble minimumEpochs)
            implements RuleSection {
        public Converged {
            Expect.atLeast(2, "window", window);
            Expect.positive("tolerance", tolerance);
            Expect.notNegative("minimum-epochs", minimumEpochs);
        }

        @Override
        public Converged resolved() {
            return new Converged(
                    OptionalInt.of(window.orElse(4)),
                    OptionalDouble.of(tolerance.orElse(0.5)),
                    OptionalDouble.of(minimumEpochs.orElse(5)));
        }

        @Override
        public RuleSettings settings() {
            return new org.plateau.prediction.rule.Converged(
                    window.orElseThrow(), tolerance.orElseThrow(), minimumEpochs.orElseThrow());
        }
    }

    /**
     * The fitness has not grown for some epochs.
     *
     * @param epochs how many, 5 if left out
     * @param minimumDelta what counts as growth, in points; any if left out
     */
    record Patience(OptionalDouble epochs, OptionalDouble minimumDelta) implements RuleSection {
        public Patience {
            Expect.positive("epochs", epochs);
            Expect.notNegative("minimum-delta", minimumDelta);
        }

        @Override
        public Patience resolved() {
            return new Patience(OptionalDouble.of(epochs.orElse(5)), OptionalDouble.of(minimumDelta.orElse(0)));
        }

        @Override
        public RuleSettings settings() {
            return new org.plateau.prediction.rule.Patience(epochs.orElseThrow(), minimumDelta.orElseThrow());
        }
    }

    /** The loss is no number any more, or {@code factor} times the first one. */
    record Diverged(OptionalDouble factor) implements RuleSection {
        public Diverged {
            factor.ifPresent(
                    times -> Expect.that(times > 1 && Double.isFinite(times), "factor", times, "a finite number > 1"));
        }

        @Override
        public Diverged resolved() {
            return new Diverged(OptionalDouble.of(factor.orElse(
                    standard(org.plateau.prediction.rule.Diverged.class).factor())));
        }

        @Override
        public RuleSettings settings() {
            return new org.plateau.prediction.rule.Diverged(factor.orElseThrow());
        }
    }

    /**
     * The fitness has stayed where guessing is.
     *
     * @param patience share of the horizon that has to pass first
     * @param margin in points
     */
    record NeverLearns(OptionalDouble patience, OptionalDouble margin) implements RuleSection {
        public NeverLearns {
            patience.ifPresent(share -> Expect.that(share > 0 && share <= 1, "patience", share, "a share in (0, 1]"));
            Expect.positive("margin", margin);
        }

        @Override
        public NeverLearns resolved() {
            var standard = standard(org.plateau.prediction.rule.NeverLearns.class);
            return new NeverLearns(
                    OptionalDouble.of(patience.orElse(standard.patience())),
                    OptionalDouble.of(margin.orElse(standard.margin())));
        }

        @Override
        public RuleSettings settings() {
            return new org.plateau.prediction.rule.NeverLearns(patience.orElseThrow(), margin.orElseThrow());
        }
    }
}
