package org.plateau.prediction.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plateau.prediction.Policy;
import org.plateau.prediction.Population;
import org.plateau.prediction.Population.Member;

/**
 * Trains all to a first rung, the best 1/{@code factor} of them {@code factor} times as far, and so on up to the
 * horizon.
 *
 * <p>Source: Jamieson and Talwalkar, "Non-stochastic Best Arm Identification and Hyperparameter Optimization", AISTATS
 * 2016, with the geometric rungs of Li et al., "Hyperband", JMLR 18(185), 2018, algorithm 1. The best of a rung are
 * ⌈members / factor⌉, so that at least one comes to the horizon.
 *
 * @param minimum epoch of the first rung
 * @param factor η, by which epochs grow and members shrink
 */
public record SuccessiveHalving(double minimum, double factor) implements Policy {
    public SuccessiveHalving {
        if (!(minimum > 0) || Double.isInfinite(minimum)) {
            throw new IllegalArgumentException("The first rung must be a finite epoch > 0, but was " + minimum);
        }
        if (!(factor > 1) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("The factor must be a finite number > 1, but was " + factor);
        }
    }

    @Override
    public String name() {
        return "successive-halving";
    }

    @Override
    public Map<String, Double> next(Population population) {
        List<Member> members = population.members();
        double rung = Math.min(minimum, population.horizon());
        Map<String, Double> next = trainTo(rung, members);
        while (next.isEmpty() && rung < population.horizon()) {
            double reached = rung;
            members = Ranking.best(
                    members,
                    (int) Math.ceil(members.size() / factor),
                    population.fitness().direction(),
                    member -> Measured.at(member.curve(), reached));
            rung = Math.min(rung * factor, population.horizon());
            next = trainTo(rung, members);
        }
        return next;
    }

    private static Map<String, Double> trainTo(double rung, List<Member> members) {
        Map<String, Double> next = new LinkedHashMap<>();
        for (Member member : members) {
            if (!member.reached(rung)) {
                next.put(member.network(), rung);
            }
        }
        return next;
    }
}
