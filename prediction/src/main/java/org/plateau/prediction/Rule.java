package org.plateau.prediction;

/**
 * Turns a forecast into a verdict on one training. Stateless: the same arguments give the same verdict.
 *
 * <p>Rules are immutable and may be shared between threads.
 */
public interface Rule {
    /** Name in settings and verdicts, in kebab-case. */
    String name();

    /**
     * Whether the training should go on.
     *
     * @param observation what was measured so far
     * @param forecast what an engine made of it
     * @param peers the other trainings of the search
     */
    Verdict judge(Observation observation, Forecast forecast, Peers peers);

    /** How many forecasts, the newest included, it wants to see in {@link Forecast#track()}. */
    default int memory() {
        return 1;
    }
}
