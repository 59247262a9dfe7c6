package org.plateau.charts;

/**
 * What a rule costs and how good it is. NaN where a figure does not apply; then it is not drawn.
 *
 * @param rule its name, shows when the pointer rests on it
 * @param family with which it is drawn
 * @param spent share of the epochs that it trains, in [0, 1]
 * @param error of the fitnesses that it predicted, in points
 * @param regret1 of the network that it reports as best, in points
 * @param regret10 of the ten best, in points
 * @param kendall τ of the fitnesses that it recorded with the true ones
 */
public record RulePoint(
        String rule, RuleFamily family, double spent, double error, double regret1, double regret10, double kendall) {}
