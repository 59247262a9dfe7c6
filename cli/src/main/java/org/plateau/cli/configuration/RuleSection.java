package org.plateau.cli.configuration;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plateau.prediction.rule.RuleSettings;

/** One of the key {@code termination.rules}: when a training is stopped. */
public sealed interface RuleSection {
    RuleSection resolved();

    RuleSettings settings();

    /** The section of a rule, nothing left out. */
    static RuleSection of(RuleSettings rule) {
        if (rule instanceof org.plateau.prediction.rule.Converged converged) {
            return new Converged(
                    OptionalInt.of(converged.window()),
                    OptionalDouble.of(converged.tolerance()),
                    OptionalDouble.of(converged.minimumEpochs()));
        }
        if (rule instanceof org.plateau.prediction.rule.Diverged diverged) {
            return new Diverged(OptionalDouble.of(diverged.factor()));
        }
        var neverLearns = (org.plateau.prediction.rule.NeverLearns) rule;
        return new NeverLearns(OptionalDouble.of(neverLearns.patience()), OptionalDouble.of(neverLearns.margin()));
    }

    /**
     * The last forecasts agree.
     *
     * @param window how many have to, 3 if left out
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
                    OptionalInt.of(window.orElse(3)),
                    OptionalDouble.of(tolerance.orElse(0.5)),
                    OptionalDouble.of(minimumEpochs.orElse(5)));
        }

        @Override
        public RuleSettings settings() {
            return new org.plateau.prediction.rule.Converged(
                    window.orElseThrow(), tolerance.orElseThrow(), minimumEpochs.orElseThrow());
        }
    }

    /** The loss is no number any more, or {@code factor} (10 if left out) times the first one. */
    record Diverged(OptionalDouble factor) implements RuleSection {
        public Diverged {
            factor.ifPresent(
                    times -> Expect.that(times > 1 && Double.isFinite(times), "factor", times, "a finite number > 1"));
        }

        @Override
        public Diverged resolved() {
            return new Diverged(OptionalDouble.of(factor.orElse(10)));
        }

        @Override
        public RuleSettings settings() {
            return new org.plateau.prediction.rule.Diverged(factor.orElseThrow());
        }
    }

    /**
     * The fitness has stayed where guessing is.
     *
     * @param patience share of the horizon that has to pass first, 0.5 if left out
     * @param margin in points, 1 if left out
     */
    record NeverLearns(OptionalDouble patience, OptionalDouble margin) implements RuleSection {
        public NeverLearns {
            patience.ifPresent(share -> Expect.that(share > 0 && share <= 1, "patience", share, "a share in (0, 1]"));
            Expect.positive("margin", margin);
        }

        @Override
        public NeverLearns resolved() {
            return new NeverLearns(OptionalDouble.of(patience.orElse(0.5)), OptionalDouble.of(margin.orElse(1)));
        }

        @Override
        public RuleSettings settings() {
            return new org.plateau.prediction.rule.NeverLearns(patience.orElseThrow(), margin.orElseThrow());
        }
    }
}
