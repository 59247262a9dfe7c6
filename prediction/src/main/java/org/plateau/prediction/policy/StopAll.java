package org.plateau.prediction.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plateau.prediction.Policy;
import org.plateau.prediction.Population;
import org.plateau.prediction.Population.Member;

/**
 * Trains every network for the same few epochs, and then only the best of them to the horizon.
 *
 * <p>Source: the "1-epoch" baseline of Bohdal et al. and of Egele et al., arXiv 2307.15422 and 2404.04111, where it was
 * hard to beat.
 *
 * @param epochs that all are trained for
 * @param finish how many of the best, by the value measured last, are trained to the horizon
 */
public record StopAll(double epochs, int finish) implements Policy {
    public StopAll {
        if (!(epochs > 0) || Double.isInfinite(epochs)) {
            throw new IllegalArgumentException("The epochs for all must be a finite number > 0, but were " + epochs);
        }
        if (finish < 0) {
            throw new IllegalArgumentException("The number to finish must be ≥ 0, but was " + finish);
        }
    }

    @Override
    public String name() {
        return "stop-all";
    }

    @Override
    public Map<String, Double> next(Population population) {
        double first = Math.min(epochs, population.horizon());
        Map<String, Double> next = new LinkedHashMap<>();
        for (Member member : population.members()) {
            if (!member.reached(first)) {
                next.put(member.network(), first);
            }
        }
        if (!next.isEmpty()) {
            return next;
        }
        List<Member> best = Ranking.best(
                population.members(), finish, population.fitness().direction(), member -> value(member, first));
        for (Member member : best) {
            if (!member.reached(population.horizon())) {
                next.put(member.network(), population.horizon());
            }
        }
        return next;
    }

    /** What was measured when all stopped. */
    private static double value(Member member, double epoch) {
        return Measured.at(member.curve(), epoch);
    }
}
