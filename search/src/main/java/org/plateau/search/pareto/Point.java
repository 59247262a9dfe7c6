package org.plateau.search.pareto;

/**
 * Something with costs that stands on a front or behind it.
 *
 * @param id what the point stands for, such as a network's id
 * @param costs of it
 */
public record Point(String id, Costs costs) {}
