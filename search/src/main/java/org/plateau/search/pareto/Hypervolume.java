package org.plateau.search.pareto;

import java.util.List;
import org.moeaframework.core.Solution;
import org.moeaframework.core.indicator.WFGHypervolume;
import org.moeaframework.core.population.NondominatedPopulation;
import org.moeaframework.problem.AbstractProblem;

/** The exact hypervolume by slicing (While et al. 2012, 10.1109/TEVC.2010.2077298), as MOEA Framework computes it. */
final class Hypervolume {
    private Hypervolume() {}

    static double of(List<Costs> costs, Costs reference) {
        costs.forEach(reference::requireSameSize);
        NondominatedPopulation population = new NondominatedPopulation();
        costs.stream().map(Ranking::solution).forEach(population::add);
        return new WFGHypervolume(new Objectives(reference.size()), reference.toArray()).evaluate(population);
    }

    /** MOEA Framework asks a problem for the number of objectives, and for nothing else here. */
    private static final class Objectives extends AbstractProblem {
        Objectives(int objectives) {
            super(0, objectives);
        }

        @Override
        public void evaluate(Solution solution) {
            throw new UnsupportedOperationException("Costs are told, not evaluated");
        }

        @Override
        public Solution newSolution() {
            return new Solution(0, getNumberOfObjectives());
        }
    }
}
