package org.plateau.search.pareto;

import java.util.ArrayList;
import java.util.List;
import org.moeaframework.core.Solution;
import org.moeaframework.core.attribute.CrowdingDistance;
import org.moeaframework.core.attribute.Rank;
import org.moeaframework.core.population.NondominatedSorting;
import org.moeaframework.core.population.Population;

/**
 * Rank by non-dominated sorting and crowding distance within each rank (Deb et al. 2002, 10.1109/4235.996017), as MOEA
 * Framework computes them.
 *
 * @param ranks from 0, the points that nothing dominates, in the order of the points that were given
 * @param crowding sum over the objectives of the distance between both neighbours in the point's rank, in units of the
 *     rank's extent; +∞ at its ends and in ranks of fewer than three different points; 0 for all but the first of equal
 *     points
 */
public record Ranking(List<Integer> ranks, List<Double> crowding) {
    public Ranking {
        ranks = List.copyOf(ranks);
        crowding = List.copyOf(crowding);
    }

    /**
     * Ranks points.
     *
     * @throws ParetoException if the numbers of objectives differ
     */
    public static Ranking of(List<Costs> points) {
        points.forEach(point -> point.requireSameSize(points.get(0)));
        List<Solution> solutions = points.stream().map(Ranking::solution).toList();
        new NondominatedSorting().evaluate(new Population(solutions));
        List<Integer> ranks = new ArrayList<>();
        List<Double> crowding = new ArrayList<>();
        for (Solution solution : solutions) {
            ranks.add(Rank.getAttribute(solution));
            crowding.add(CrowdingDistance.getAttribute(solution));
        }
        return new Ranking(ranks, crowding);
    }

    /** Number of points. */
    public int size() {
        return ranks.size();
    }

    /** NSGA-II's crowded comparison: negative where the first point has a lower rank, or an equal one and more room. */
    public int compare(int first, int second) {
        int byRank = Integer.compare(ranks.get(first), ranks.get(second));
        return byRank != 0 ? byRank : Double.compare(crowding.get(second), crowding.get(first));
    }

    static Solution solution(Costs costs) {
        Solution solution = new Solution(0, costs.size());
        solution.setObjectiveValues(costs.toArray());
        return solution;
    }
}
