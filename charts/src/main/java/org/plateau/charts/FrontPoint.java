package org.plateau.charts;

import org.plateau.core.fitness.Fitness;

/**
 * One network in the plane of two objectives; left out where one of them is no finite number.
 *
 * @param label what a reader calls the network
 * @param fitness its fitness, measured or predicted
 * @param cost its second objective, in the unit of its measure
 * @param onFront whether the searcher counts it to the Pareto front, over all its objectives, maybe more than these two
 */
public record FrontPoint(String label, Fitness fitness, double cost, boolean onFront) {
    boolean drawable() {
        return Range.drawable(fitness.value()) && Range.drawable(cost);
    }
}
