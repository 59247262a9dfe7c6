package org.plateau.search.searchers;

import org.plateau.search.SearcherException;

/**
 * How NSGA-II searches.
 *
 * @param population size of the population, and number of random candidates to begin with; at least 2
 * @param offspring candidates in each later generation, at least 1
 * @param pace whether generations wait for each other
 * @param novelty what is never asked for twice
 */
public record NsgaIISettings(int population, int offspring, Pace pace, Novelty novelty) {
    /** Whether a generation waits for the one before it. */
    public enum Pace {
        /** Never: every tell changes the population at once, and generations are only counted. */
        STEADY,
        /** A generation is bred when all of the one before it was told, as in the original algorithm. */
        GENERATIONAL
    }

    public NsgaIISettings {
        if (population < 2 || offspring < 1) {
            throw new SearcherException(
                    "NSGA-II needs a population of at least 2 and at least 1 offspring, but had %d and %d"
                            .formatted(population, offspring));
        }
    }

    /** Asynchronous, with as many offspring as the population is large, and without duplicate networks. */
    public static NsgaIISettings steady(int population) {
        return new NsgaIISettings(population, population, Pace.STEADY, Novelty.NETWORK);
    }

    /** Generation of the n-th ask, counted from 1. */
    int generation(int ask) {
        return ask <= population ? 0 : 1 + (ask - population - 1) / offspring;
    }

    /** Whether the n-th ask is the last one of its generation. */
    boolean endsGeneration(int ask) {
        return ask > 0 && generation(ask + 1) > generation(ask);
    }
}
