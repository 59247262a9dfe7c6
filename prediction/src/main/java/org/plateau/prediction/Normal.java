package org.plateau.prediction;

import org.hipparchus.special.Erf;

/** The standard normal distribution. */
public final class Normal {
    /** An 80 % interval reaches so many standard deviations to either side. */
    public static final double QUANTILE_80 = 1.2815515655446004;

    /** A 95 % interval reaches so many standard deviations to either side. */
    public static final double QUANTILE_95 = 1.959963984540054;

    private Normal() {}

    /** The probability of a value over z. */
    public static double above(double z) {
        return Erf.erfc(z / Math.sqrt(2)) / 2;
    }

    /** The density at z. */
    public static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
