package org.plateau.prediction;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The finished trainings that a forecast may learn from, in the order in which they finished.
 *
 * <p>A value: what it holds never changes. What an engine computes from it is kept with it, so that a thousand forecasts
 * from the same history learn once; that changes no answer, only its cost. May be shared between threads.
 */
public final class History {
    private static final int LARGEST_MEMORY = 4096;

    private final long version;
    private final List<FinishedTraining> trainings;
    private final Map<Object, Object> memory = new ConcurrentHashMap<>();
    private final Map<FinishedTraining, Map<Object, Object>> shared;

    /**
     * A history of its own.
     *
     * @param version grows with every training that is added, 0 is the empty history; recorded with every forecast
     * @param trainings what finished
     */
    public History(long version, List<FinishedTraining> trainings) {
        this(version, GrowingList.copyOf(trainings), Collections.synchronizedMap(new IdentityHashMap<>()));
    }

    private History(long version, List<FinishedTraining> trainings, Map<FinishedTraining, Map<Object, Object>> shared) {
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

    /** What was computed from this history before under the key, or is computed now. */
    public <T> T remembered(Object key, Supplier<T> compute) {
        return remembered(memory, key, compute);
    }

    /** What was computed from one of its trainings before under the key; histories that grew from this one know it too. */
    public <T> T rememberedOf(FinishedTraining training, Object key, Supplier<T> compute) {
        return remembered(shared.computeIfAbsent(training, unused -> new ConcurrentHashMap<>()), key, compute);
    }

    @SuppressWarnings("unchecked") // The key tells the type: only its owner puts values under it.
    private static <T> T remembered(Map<Object, Object> memory, Object key, Supplier<T> compute) {
        Object known = memory.get(key);
        if (known != null) {
            return (T) known;
        }
        T computed = compute.get();
        if (memory.size() < LARGEST_MEMORY) {
            memory.put(key, computed);
        }
        return computed;
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
