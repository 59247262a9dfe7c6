package org.plateau.workflow.simulated;

import java.util.Map;
import java.util.TreeMap;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.fitness.Measurement;
import org.plateau.formats.json.ArchitectureJson;

/**
 * A learning curve that rises to a plateau of its architecture, with noise that depends on every epoch before:
 * a training that goes on from another state shows another curve.
 */
final class SimulatedCurve {
    private final long architecture;
    private final long seed;
    private final double plateau;
    private final double rate;
    private final double noise;

    SimulatedCurve(Architecture architecture, long seed) {
        this.architecture = Long.parseUnsignedLong(
                ArchitectureJson.contentHash(architecture).substring(0, 15), 16);
        this.seed = seed;
        this.plateau = 60 + 39 * unit(this.architecture);
        this.rate = 0.1 + 1.4 * unit(this.architecture + 1);
        this.noise = 15 * Math.pow(unit(this.architecture + 3), 2);
    }

    /** The state before training. */
    long start() {
        return mix(architecture ^ seed);
    }

    /** The state after one more epoch. */
    static long next(long state, int epoch) {
        return mix(state + epoch);
    }

    /** How many times longer an epoch takes than that of the fastest network, 1 to 5. */
    int slowness() {
        return 1 + (int) (4.99 * unit(architecture + 2));
    }

    /** What is measured in a state. */
    Measurement measurement(long state, int epoch) {
        double clean = plateau - (plateau - 50) * Math.exp(-rate * epoch);
        double accuracy = Math.min(100, clean + noise * (unit(state) - 0.5));
        Map<String, Double> values = new TreeMap<>();
        values.put("val_accuracy", accuracy);
        values.put("train_accuracy", Math.min(100, accuracy + 1));
        values.put("val_loss", 0.01 + (100 - accuracy) / 50);
        values.put("train_loss", 0.005 + (100 - accuracy) / 55);
        values.put("seconds", (double) slowness());
        values.put("joules", 10.0 * slowness());
        return new Measurement(epoch, values);
    }

    private static double unit(long value) {
        return (mix(value) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
