package org.plateau.prediction.sweep;

import java.util.List;

/**
 * How a sweep looks at a curve.
 *
 * @param recency how much more the last point weighs than one before training: e to this power, 0 for equal weights. In
 *     between, weights are exponential in the share of the seen epochs
 * @param spikes how many robust standard deviations a point may be off its neighbours before it counts as a spike and is
 *     put in the middle of them; +∞ for no such points
 * @param reach a fit must not go farther from the last point to the horizon than so many times the standard deviation of
 *     its values at the points; shapes that would are not taken
 * @param points at most that are fitted, and beyond the first four one more for each epoch of the memory; longer curves
 *     are averaged over neighbouring points
 * @param pastShares past forecasts are made as of these shares of the points seen, each in (0, 1)
 * @param memory how many of the last epochs forecasts are made as of, this one included
 * @param refinements how many steps at most the best shape of the grid is improved by
 * @param smooth where: in fits that leave no more than this share of the values' squares around their mean; on noisier
 *     curves the noise moves the best shape farther than the grid does
 */
public record SweepSettings(
        double recency,
        double spikes,
        double reach,
        int points,
        List<Double> pastShares,
        int memory,
        int refinements,
        double smooth) {
    /** A reach as good as no limit. */
    public static final double FARTHEST = 1e100;

    public SweepSettings {
        pastShares = List.copyOf(pastShares);
        require(recency >= 0 && recency <= 100, "The recency must be within 0 and 100", recency);
        require(spikes > 0, "The deviations of a spike must be over 0", spikes);
        require(reach > 0 && reach <= FARTHEST, "The reach must be within 0 and 1e100", reach);
        require(points >= 2 * Thinned.SINGLE + 1, "Too few points are kept", points);
        require(memory >= 1, "The memory must hold this epoch", memory);
        require(refinements >= 0, "The refinements must not be negative", refinements);
        require(smooth >= 0, "The share of squares left must not be negative", smooth);
        for (double share : pastShares) {
            require(share > 0 && share < 1, "The share of a past forecast must be within 0 and 1", share);
        }
    }

    /**
     * Past forecasts as of 40, 55, 70 and 85 % of the points, and of the last three epochs. On a thousand recorded
     * trainings, forecasts of most functions were best at a recency of 4 to 8 and a reach of 2 to 4 (without that, a
     * Weibull function at a quarter of the epochs is half as wrong again), and neither more points nor refinements of all
     * fits made them better.
     */
    public static SweepSettings standard() {
        return new SweepSettings(6, 6, 3, 20, List.of(0.4, 0.55, 0.7, 0.85), 3, 2, 0.01);
    }

    /** These settings with another memory. */
    public SweepSettings remembering(int epochs) {
        return new SweepSettings(recency, spikes, reach, points, pastShares, epochs, refinements, smooth);
    }

    private static void require(boolean condition, String rule, Object value) {
        if (!condition) {
            throw new IllegalArgumentException("%s, but was %s".formatted(rule, value));
        }
    }
}
