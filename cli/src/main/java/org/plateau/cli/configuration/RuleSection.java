package org.plateau.cli.configuration;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.rule.RuleSettings;

/** One of the key {@code termination.rules}: when a training is stopped. What is left out is as in the preset {@code plateau}. */
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
     * @param window how many have to
     * @param tolerance in points
     * @param minimumEpochs completed before
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
            var standard = standard(org.plateau.prediction.rule.Converged.class);
            return new Converged(
                    OptionalInt.of(window.orElse(standard.window())),
                    OptionalDouble.of(tolerance.orElse(standard.tolerance())),
                    OptionalDouble.of(minimumEpochs.orElse(standard.minimumEpochs())));
        }

        @Override
        public RuleSettings settings() {
            return new org.plateau.prediction.rule.Converged(
                    window.orElseThrow(), tolerance.orElseThrow(), minimumEpochs.orElseThrow());
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
