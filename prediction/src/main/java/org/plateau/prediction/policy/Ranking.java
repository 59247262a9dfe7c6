package org.plateau.prediction.policy;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.plateau.core.fitness.Direction;
import org.plateau.prediction.Population.Member;

/** Orders members by a value, the best first, no number last, equal ones by arrival. */
final class Ranking {
    private Ranking() {}

    static List<Member> best(List<Member> members, int count, Direction direction, ToDoubleFunction<Member> value) {
        record Valued(Member member, double cost) {}
        return members.stream()
                .map(member -> new Valued(member, direction.asCost(value.applyAsDouble(member))))
                // NaN is the largest of all doubles.
                .sorted(Comparator.comparingDouble(Valued::cost))
                .limit(count)
                .map(Valued::member)
                .toList();
    }
}
