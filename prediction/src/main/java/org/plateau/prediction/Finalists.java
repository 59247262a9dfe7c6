package org.plateau.prediction;

import java.util.List;
import java.util.OptionalInt;
import org.plateau.core.fitness.Direction;

/**
 * Which stopped networks are trained on to the horizon before a search ends: those of which something is expected.
 *
 * <p>The next is the one with the greatest expected improvement over the best measured fitness (Jones, Schonlau and Welch,
 * Journal of Global Optimization 13, 1998, equation 15), as long as that is more than {@code improvement}. The best
 * network of all must be a measured one in any case.
 *
 * @param improvement expected improvement that is worth a training, in points, see {@link PointScale}
 * @param most how many are trained on for their expected improvement alone
 */
public record Finalists(double improvement, int most) {
    public Finalists {
        if (!(improvement >= 0) || Double.isInfinite(improvement)) {
            throw new IllegalArgumentException(
                    "The improvement must be a finite number of points ≥ 0, but was " + improvement);
        }
        if (most < 0) {
            throw new IllegalArgumentException("The finalists must be ≥ 0, but were " + most);
        }
    }

    /** A twentieth of a point is worth a training, to ten of them. */
    public static Finalists standard() {
        return new Finalists(0.05, 10);
    }

    /** Only what would be reported as best is measured. */
    public static Finalists none() {
        return new Finalists(0, 0);
    }

    /**
     * A network at the end of a search.
     *
     * @param value its fitness, measured or expected
     * @param deviation standard deviation of what is expected, 0 where it is measured or unknown
     * @param measured whether it was trained to the horizon, or cannot be trained on
     */
    public record Candidate(double value, double deviation, boolean measured) {}

    /**
     * The network to train on next, empty where the search may end.
     *
     * @param direction of the fitness
     * @param point one point of the fitness, in its unit
     * @param candidates all networks
     * @param before how many were trained on already
     */
    public OptionalInt next(Direction direction, double point, List<Candidate> candidates, int before) {
        double measured = Double.NaN;
        int best = -1;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            measured = candidate.measured ? direction.best(measured, candidate.value) : measured;
            if (best < 0 || direction.better(candidate.value, candidates.get(best).value)) {
                best = i;
            }
        }
        if (best >= 0 && Double.isNaN(measured)) {
            return OptionalInt.of(best);
        }
        int next = -1;
        double most = improvement * point;
        for (int i = 0; before < this.most && i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            double expected = candidate.measured ? 0 : improvement(direction, candidate, measured);
            if (expected > most) {
                most = expected;
                next = i;
            }
        }
        if (next >= 0) {
            return OptionalInt.of(next);
        }
        return best >= 0 && !candidates.get(best).measured ? OptionalInt.of(best) : OptionalInt.empty();
    }

    private static double improvement(Direction direction, Candidate candidate, double measured) {
        double above = direction.asCost(measured) - direction.asCost(candidate.value);
        if (!(candidate.deviation > 0)) {
            return Math.max(0, above);
        }
        double z = above / candidate.deviation;
        return above * (1 - Normal.above(z)) + candidate.deviation * Normal.density(z);
    }
}
