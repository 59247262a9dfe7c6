package org.plateau.prediction;

/**
 * Forecasts the fitness of an unfinished training at its horizon.
 *
 * <p>Engines are stateless and immutable: the same arguments give the same forecast, no clock, no input or output, no
 * randomness. They may be shared between threads and never throw on measured values, whatever these are.
 */
public interface PredictionEngine {
    /** Name in settings and forecasts, in kebab-case. */
    String name();

    /**
     * The fitness at the horizon as far as it can be told.
     *
     * @param observation what was measured so far
     * @param history finished trainings to learn from
     */
    Forecast forecast(Observation observation, History history);
}
