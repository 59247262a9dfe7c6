package org.plateau.prediction.function;

/**
 * e^z for many z, several times as fast as one after another: e^z = (e^(z/256))^256 with a polynomial for the root, which
 * a compiler turns into vector instructions. Relative error under 1e-12.
 */
final class Exponentials {
    private static final double MOST = 40;
    private static final double ROOT = 1.0 / 256;

    private Exponentials() {}

    /** Replaces the first numbers by their exponentials; NaN stays NaN. */
    static void raise(double[] z, int count) {
        boolean usual = true;
        for (int i = 0; i < count; i++) {
            usual &= Math.abs(z[i]) <= MOST;
        }
        raise(z, count, usual);
    }

    /** The same for curves that begin near 1: under z = −40 it stays at e^−40. */
    static void decay(double[] z, int count) {
        boolean usual = true;
        for (int i = 0; i < count; i++) {
            usual &= z[i] <= MOST;
        }
        raise(z, count, usual);
    }

    private static void raise(double[] z, int count, boolean usual) {
        if (usual) {
            for (int i = 0; i < count; i++) {
                z[i] = power(Math.max(z[i], -MOST) * ROOT);
            }
        } else {
            for (int i = 0; i < count; i++) {
                z[i] = Math.exp(z[i]);
            }
        }
    }

    /** (e^r)^256 by the series of e^r; with |r| < 0.16, the first term left out is under 3e-15. */
    private static double power(double r) {
        double p = 1
                + r
                        * (1
                                + r
                                        * (1.0 / 2
                                                + r
                                                        * (1.0 / 6
                                                                + r
                                                                        * (1.0 / 24
                                                                                + r
                                                                                        * (1.0 / 120
                                                                                                + r
                                                                                                        * (1.0 / 720
                                                                                                                + r
                                                                                                                        * (1.0
                                                                                                                                        / 5040
                                                                                                                                + r
                                                                                                                                        * (1.0
                                                                                                                                                        / 40320
                                                                                                                                                + r
                                                                                                                                                        * (1.0
                                                                                                                                                                / 362880)))))))));
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        return p * p;
    }
}
