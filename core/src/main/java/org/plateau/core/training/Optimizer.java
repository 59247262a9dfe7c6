package org.plateau.core.training;

/** The rule that turns gradients into steps. Learning rates are those at the start; a {@link Schedule} lowers them. */
public sealed interface Optimizer {
    double learningRate();

    /** L2 penalty added to the gradient, PyTorch's {@code weight_decay}. */
    double weightDecay();

    /** Stochastic gradient descent as PyTorch's {@code torch.optim.SGD} does it (no dampening). */
    record Sgd(double learningRate, double momentum, double weightDecay, boolean nesterov) implements Optimizer {
        public Sgd {
            requirePositive("learning-rate", learningRate);
            requireShare("momentum", momentum);
            requireNotNegative("weight-decay", weightDecay);
            if (nesterov && momentum == 0) {
                throw new IllegalArgumentException("Nesterov's step needs a momentum > 0, but it was 0");
            }
        }
    }

    /** Adam (Kingma and Ba 2015, arXiv 1412.6980) as PyTorch's {@code torch.optim.Adam} does it. */
    record Adam(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
            implements Optimizer {
        public Adam {
            requirePositive("learning-rate", learningRate);
            requireShare("beta1", beta1);
            requireShare("beta2", beta2);
            requirePositive("epsilon", epsilon);
            requireNotNegative("weight-decay", weightDecay);
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be > 0, but was " + value);
        }
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be ≥ 0, but was " + value);
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), but was " + value);
        }
    }
}
