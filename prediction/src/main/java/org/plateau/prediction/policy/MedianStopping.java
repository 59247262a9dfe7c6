package org.plateau.prediction.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Policy;
import org.plateau.prediction.Population;
import org.plateau.prediction.Population.Member;
import org.plateau.prediction.Quantiles;

/**
 * Trains on, epoch by epoch, what is not worse than the middle of the finished trainings: a training stays where it is
 * when its best value so far is strictly worse than the median of the finished trainings' running averages up to the
 * same epoch.
 *
 * <p>Source: Golovin et al., "Google Vizier", KDD 2017, doi 10.1145/3097983.3098043, section 3.2.2. What was stopped
 * once may look better when more trainings have finished; whoever asks leaves it out of the population.
 *
 * @param startup how many trainings have to be finished before one is stopped
 */
public record MedianStopping(int startup) implements Policy {
    public MedianStopping {
        if (startup < 1) {
            throw new IllegalArgumentException("The startup trainings must be ≥ 1, but were " + startup);
        }
    }

    @Override
    public String name() {
        return "median";
    }

    @Override
    public Map<String, Double> next(Population population) {
        double horizon = population.horizon();
        List<LearningCurve> finished = population.members().stream()
                .map(Member::curve)
                .filter(curve -> !curve.isEmpty() && curve.lastEpoch() >= horizon)
                .toList();
        Map<String, Double> next = new LinkedHashMap<>();
        for (Member member : population.members()) {
            if (!member.ended()
                    && !member.reached(horizon)
                    && !stops(member.curve(), finished, population.fitness().direction())) {
                double epoch = member.curve().isEmpty() ? 0 : member.curve().lastEpoch();
                next.put(member.network(), Math.min(horizon, Math.nextUp(epoch)));
            }
        }
        return next;
    }

    /** Whether a curve is strictly worse than the median of the finished ones. */
    public boolean stops(LearningCurve curve, List<LearningCurve> finished, Direction direction) {
        if (curve.isEmpty() || finished.size() < startup) {
            return false;
        }
        double[] averages = finished.stream()
                .mapToDouble(other -> average(other, curve.lastEpoch()))
                .filter(average -> !Double.isNaN(average))
                .sorted()
                .toArray();
        if (averages.length == 0) {
            return false;
        }
        double best = curve.best(direction);
        return Double.isNaN(best) || direction.better(Quantiles.median(averages), best);
    }

    /** Mean of the values up to an epoch. */
    private static double average(LearningCurve curve, double epoch) {
        return Arrays.stream(curve.upTo(epoch).values()).average().orElse(Double.NaN);
    }
}
