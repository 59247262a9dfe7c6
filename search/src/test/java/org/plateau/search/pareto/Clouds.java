package org.plateau.search.pareto;

import java.util.List;
import java.util.stream.IntStream;
import org.plateau.search.searchers.SplitMix64;

/** Random points on a coarse grid, so that ties and equal points are common. */
final class Clouds {
    private Clouds() {}

    static List<Costs> draw(int points, int objectives, int side, SplitMix64 random) {
        return IntStream.range(0, points)
                .mapToObj(index -> Costs.of(IntStream.range(0, objectives)
                        .mapToDouble(objective -> random.nextInt(side))
                        .toArray()))
                .toList();
    }
}
