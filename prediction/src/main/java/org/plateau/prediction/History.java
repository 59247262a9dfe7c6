package org.plateau.prediction;

import java.util.List;
import java.util.function.Supplier;

/**
 * The finished trainings that a forecast may learn from, in the order in which they finished; those that are farther from
 * what is forecast, such as trainings of another search or dataset, come before all others.
 *
 * <p>A value: what it holds never changes. What an engine computes from it is kept with it, so that a thousand forecasts
 * from the same history learn once; that changes no answer, only its cost. May be shared between threads.
 */
public final class History {
    /** What is computed from one history: models of the last epochs that were asked for, about half a megabyte each. */
    private static final int MEMORY = 64;
    /** What is computed from single trainings: a few snapshots of each that engines look at. */
    private static final int SHARED_MEMORY = 32 * 1024;

    private final long version;
    private final List<FinishedTraining> trainings;
    private final Memory memory = new Memory(MEMORY);
    private final Memory shared;

    /**
     * A history of its own.
     *
     * @param version grows with every training that is added, 0 is the empty history; recorded with every forecast
     * @param trainings what finished
     */
    public History(long version, List<FinishedTraining> trainings) {
        this(version, GrowingList.copyOf(trainings), new Memory(SHARED_MEMORY));
    }

    private History(long version, List<FinishedTraining> trainings, Memory shared) {
        if (version < 0) {
            throw new IllegalArgumentException("A history's version must be ≥ 0, but was " + version);
        }
        this.version = version;
        this.trainings = trainings;
        this.shared = shared;
    }

    /** Nothing is known yet. */
    public static History none() {
        return new History(0, List.of());
    }

    /** Grows with every training that is added. */
    public long version() {
        return version;
    }

    /** What finished, in order. */
    public List<FinishedTraining> trainings() {
        return trainings;
    }

    /** This history with one more finished training and the next version, in constant time on average. */
    public History plus(FinishedTraining training) {
        return new History(
                version + 1, GrowingList.<FinishedTraining>copyOf(trainings).with(training), shared);
    }

    /**
     * This history without a network's trainings, so that it does not learn from itself. Its version is the number of
     * trainings left; what was computed from single trainings is known to both.
     */
    public History without(String network) {
        List<FinishedTraining> others = trainings.stream()
                .filter(training -> !training.network().equals(network))
                .toList();
        return new History(others.size(), GrowingList.copyOf(others), shared);
    }

    /** What was computed from this history before under the key, or is computed now. */
    public <T> T remembered(Object key, Supplier<T> compute) {
        return memory.remembered(key, compute);
    }

    /** What was computed from one of its trainings before under the key; histories that grew from this one know it too. */
    public <T> T rememberedOf(FinishedTraining training, Object key, Supplier<T> compute) {
        return shared.remembered(new OfTraining(training, key), compute);
    }

    /** A key for one training, which is that object and no equal one: to compare whole curves would cost too much. */
    private record OfTraining(FinishedTraining training, Object key) {
        @Override
        @SuppressWarnings("ReferenceEquality") // See above.
        public boolean equals(Object other) {
            return other instanceof OfTraining that && training == that.training && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(training) + key.hashCode();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof History history && version == history.version && trainings.equals(history.trainings);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(version);
    }

    @Override
    public String toString() {
        return "History[version %d, %d trainings]".formatted(version, trainings.size());
    }
}
