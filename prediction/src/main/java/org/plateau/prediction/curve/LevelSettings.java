package org.plateau.prediction.curve;

import org.plateau.prediction.Requirement;

/**
 * Where a noisy curve stands now: a mean of the last value, the best of the recent ones and the best of all, each with a
 * weight by how well it foretold the values that came next on this curve.
 *
 * @param recent how many values are recent ones
 * @param ahead how many next values it is judged by
 * @param judged how many of the last epochs it is judged at
 * @param sharpness weights go with the mean absolute error to the power of minus this. The errors of the three differ by
 *     little where a curve rises and falls about as much, and by far where a measure only ever drops out downwards
 * @param prior the weight of the best of the recent values before anything is judged; the other two have 1
 */
public record LevelSettings(int recent, int ahead, int judged, double sharpness, double prior) {
    public LevelSettings {
        Requirement.check(recent >= 1, "The recent values must be at least 1", recent);
        Requirement.check(ahead >= 1, "The values ahead must be at least 1", ahead);
        Requirement.check(judged >= 0, "The judged epochs must not be negative", judged);
        Requirement.check(sharpness >= 0 && sharpness <= 100, "The sharpness must be within 0 and 100", sharpness);
        Requirement.check(prior >= 0 && prior <= 1e6, "The prior must be within 0 and 1e6", prior);
    }

    /**
     * Best of five, three epochs ahead, at the last 40 epochs, to the power of −8, a prior of 3. Chosen as the {@linkplain
     * CurveSettings#standard() others}; one to three epochs ahead, 20 to 80 epochs, powers from 6 to 10 and priors of 1 to 6
     * are within 3 % of its error.
     */
    public static LevelSettings standard() {
        return new LevelSettings(5, 3, 40, 8, 3);
    }
}
