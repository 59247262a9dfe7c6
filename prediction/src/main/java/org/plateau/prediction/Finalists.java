package org.plateau.prediction;

import java.util.List;
import java.util.OptionalInt;
import org.plateau.core.fitness.Direction;

/**
 * Which stopped networks are trained on to the horizon before a search ends: those of which something is expected, and
 * those that would be reported as best.
 *
 * <p>A network is compared with those that cost no more than it does in all other objectives. The next to be trained on is
 * the one whose expected improvement over the best measured of these (Jones, Schonlau and Welch, Journal of Global
 * Optimization 13, 1998, equation 15) is greatest, as long as it is more than {@code improvement}; after that, those that
 * are expected to be better than all of these, until everything on the front was measured.
 *
 * @param improvement expected improvement that is worth a training, in points, see {@link PointScale}
 * @param share of all networks that are trained on for their expected improvement alone, at most, in [0, 1]
 */
public record Finalists(double improvement, double share) {
    public Finalists {
        Requirement.check(
                improvement >= 0 && Double.isFinite(improvement),
                "The improvement must be a finite number of points ≥ 0",
                improvement);
        Requirement.check(share >= 0 && share <= 1, "The share of finalists must be in [0, 1]", share);
    }

    /** A tenth of a point is worth a training, to one in ten networks. */
    public static Finalists standard() {
        return new Finalists(0.1, 0.1);
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
     * @param costs its other objectives in a fixed order, smaller is better
     */
    public record Candidate(double value, double deviation, boolean measured, List<Double> costs) {
        public Candidate {
            costs = List.copyOf(costs);
        }

        private boolean costsNoMore(Candidate other) {
            for (int i = 0; i < costs.size(); i++) {
                if (!(costs.get(i) <= other.costs.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The network to train on next, empty where the search may end.
     *
     * @param direction of the fitness
     * @param point one point of the fitness, in its unit
     * @param candidates all networks
     * @param before how many were trained on already
     */
    public OptionalInt next(Direction direction, double point, List<Candidate> candidates, int before) {
        List<Candidate> measured =
                candidates.stream().filter(Candidate::measured).toList();
        int next = -1;
        double most = improvement * point;
        for (int i = 0; before < share * candidates.size() && i < candidates.size(); i++) {
            double expected = improvement(direction, candidates.get(i), measured);
            if (expected > most) {
                most = expected;
                next = i;
            }
        }
        return next >= 0 ? OptionalInt.of(next) : unmeasuredOnFront(direction, candidates);
    }

    /** The best of the others that cost no more, itself among them if it is one of them; NaN where there is none. */
    private static double best(Direction direction, Candidate candidate, List<Candidate> others) {
        double best = Double.NaN;
        for (Candidate other : others) {
            if (other.costsNoMore(candidate)) {
                best = direction.best(best, other.value);
            }
        }
        return best;
    }

    private static OptionalInt unmeasuredOnFront(Direction direction, List<Candidate> candidates) {
        int next = -1;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (!candidate.measured
                    && onFront(direction, candidate, candidates)
                    && (next < 0 || direction.better(candidate.value, candidates.get(next).value))) {
                next = i;
            }
        }
        return next < 0 ? OptionalInt.empty() : OptionalInt.of(next);
    }

    private static boolean onFront(Direction direction, Candidate candidate, List<Candidate> candidates) {
        return !direction.better(best(direction, candidate, candidates), candidate.value);
    }

    private static double improvement(Direction direction, Candidate candidate, List<Candidate> others) {
        if (candidate.measured) {
            return 0;
        }
        double measured = best(direction, candidate, others);
        if (Double.isNaN(measured)) {
            return Double.MAX_VALUE;
        }
        double above = direction.asCost(measured) - direction.asCost(candidate.value);
        if (!(candidate.deviation > 0)) {
            return Math.max(0, above);
        }
        double z = above / candidate.deviation;
        return above * (1 - Normal.above(z)) + candidate.deviation * Normal.density(z);
    }
}
