package org.plateau.search.searchers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.plateau.search.SearcherState.Member;
import org.plateau.search.pareto.Costs;
import org.plateau.search.pareto.Ranking;

/** Members in the order of their asks, with their rank and crowding among each other. */
record Population(List<Member> members, Ranking ranking) {
    static Population of(List<Member> members) {
        return new Population(List.copyOf(members), rank(members));
    }

    int size() {
        return members.size();
    }

    /** The best {@code most} of these and the newcomers, by rank and crowding, of equal ones the older. */
    Population survivors(List<Member> newcomers, int most) {
        List<Member> all = new ArrayList<>(members);
        all.addAll(newcomers);
        all.sort(Comparator.comparingInt(Member::ask));
        if (all.size() <= most) {
            return of(all);
        }
        Ranking among = rank(all);
        return of(IntStream.range(0, all.size())
                .boxed()
                .sorted(among::compare)
                .limit(most)
                .sorted()
                .map(all::get)
                .toList());
    }

    /** The better of two different members, by rank and crowding; of equal ones either. */
    Member tournament(RandomGenerator random) {
        int first = random.nextInt(size());
        int second = random.nextInt(size() - 1);
        if (second >= first) {
            second++;
        }
        return members.get(ranking.compare(first, second) <= 0 ? first : second);
    }

    private static Ranking rank(List<Member> members) {
        List<Costs> costs = members.stream().map(Member::costs).toList();
        return Ranking.of(costs);
    }
}
