/** Pareto dominance: costs, fronts, ranks, crowding distance and hypervolume. All costs are minimised. */
package org.plateau.search.pareto;
