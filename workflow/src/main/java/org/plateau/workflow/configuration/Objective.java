package org.plateau.workflow.configuration;

import org.plateau.core.fitness.FitnessMeasure;

/**
 * One thing that a search optimises.
 *
 * <p>Costs of the architecture ({@code mflops}, {@code parameters}) are known before training. {@code seconds} and {@code joules}
 * are the mean of an epoch times the horizon, so that stopped and finished networks compare. Any other measure is a
 * recorded series, taken at the horizon; of a stopped network, the fitness is what was predicted, other series are taken where
 * it stopped, and the value counts as predicted.
 *
 * @param measure its name, direction and bounds
 */
public record Objective(FitnessMeasure measure) {
    public static final String MFLOPS = "mflops";
    public static final String PARAMETERS = "parameters";
    public static final String SECONDS = "seconds";
    public static final String JOULES = "joules";

    public String name() {
        return measure.name();
    }

    /** Whether the value is known from the architecture alone. */
    public boolean known() {
        return name().equals(MFLOPS) || name().equals(PARAMETERS);
    }

    /** Whether the value is a rate of an epoch, carried forward to the horizon. */
    public boolean rate() {
        return isRate(name());
    }

    /** Whether a recorded series of this name is a rate of an epoch. */
    public static boolean isRate(String series) {
        return series.equals(SECONDS) || series.equals(JOULES);
    }
}
