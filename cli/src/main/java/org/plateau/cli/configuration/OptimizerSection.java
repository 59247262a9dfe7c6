package org.plateau.cli.configuration;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plateau.core.training.Optimizer;

/** The key {@code training.optimizer}. */
public sealed interface OptimizerSection {
    static OptimizerSection standard() {
        return new Sgd(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    }

    OptimizerSection resolved();

    Optimizer optimizer();

    /** SGD: learning rate 0.025, momentum 0.9, weight decay 3e-4, no Nesterov if left out (NSGA-Net's values). */
    record Sgd(
            OptionalDouble learningRate,
            OptionalDouble momentum,
            OptionalDouble weightDecay,
            Optional<Boolean> nesterov)
            implements OptimizerSection {
        public Sgd {
            Expect.positive("learning-rate", learningRate);
            Expect.share("momentum", momentum);
            Expect.notNegative("weight-decay", weightDecay);
            Expect.that(
                    !nesterov.orElse(false) || momentum.orElse(1) > 0,
                    "nesterov",
                    true,
                    "false where the momentum is 0");
        }

        @Override
        public Sgd resolved() {
            return new Sgd(
                    OptionalDouble.of(learningRate.orElse(0.025)),
                    OptionalDouble.of(momentum.orElse(0.9)),
                    OptionalDouble.of(weightDecay.orElse(3e-4)),
                    Optional.of(nesterov.orElse(false)));
        }

        @Override
        public Optimizer optimizer() {
            return new Optimizer.Sgd(
                    learningRate.orElseThrow(),
                    momentum.orElseThrow(),
                    weightDecay.orElseThrow(),
                    nesterov.orElseThrow());
        }
    }

    /** Adam: learning rate 1e-3, beta1 0.9, beta2 0.999, epsilon 1e-8, no weight decay if left out. */
    record Adam(
            OptionalDouble learningRate,
            OptionalDouble beta1,
            OptionalDouble beta2,
            OptionalDouble epsilon,
            OptionalDouble weightDecay)
            implements OptimizerSection {
        public Adam {
            Expect.positive("learning-rate", learningRate);
            Expect.share("beta1", beta1);
            Expect.share("beta2", beta2);
            Expect.positive("epsilon", epsilon);
            Expect.notNegative("weight-decay", weightDecay);
        }

        @Override
        public Adam resolved() {
            return new Adam(
                    OptionalDouble.of(learningRate.orElse(1e-3)),
                    OptionalDouble.of(beta1.orElse(0.9)),
                    OptionalDouble.of(beta2.orElse(0.999)),
                    OptionalDouble.of(epsilon.orElse(1e-8)),
                    OptionalDouble.of(weightDecay.orElse(0)));
        }

        @Override
        public Optimizer optimizer() {
            return new Optimizer.Adam(
                    learningRate.orElseThrow(),
                    beta1.orElseThrow(),
                    beta2.orElseThrow(),
                    epsilon.orElseThrow(),
                    weightDecay.orElseThrow());
        }
    }
}
