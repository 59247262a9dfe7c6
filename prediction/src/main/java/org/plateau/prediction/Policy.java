package org.plateau.prediction;

import java.util.Map;

/**
 * A rule over a whole population of trainings: says which of them are trained on, and how far. Stateless and immutable:
 * the same population gives the same answer.
 */
public interface Policy {
    /** Name in settings and tables, in kebab-case. */
    String name();

    /**
     * The epoch to which each training shall be trained next, by network, all of them after what was measured. A training
     * that is not named stays where it is; when none is named, the policy is done.
     */
    Map<String, Double> next(Population population);
}
