package org.plateau.prediction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Remembers what was computed last, up to a number of things. Safe to share between threads. */
final class Memory {
    private final Map<Object, Object> entries;

    /** @param most how many things are remembered; what was not asked for longest is forgotten first */
    Memory(int most) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > most;
            }
        };
    }

    /** What is known under the key, or is computed now; two threads may both compute it. */
    @SuppressWarnings("unchecked") // The key tells the type: only its owner puts values under it.
    <T> T remembered(Object key, Supplier<T> compute) {
        synchronized (entries) {
            Object known = entries.get(key);
            if (known != null) {
                return (T) known;
            }
        }
        T computed = compute.get();
        synchronized (entries) {
            entries.put(key, computed);
        }
        return computed;
    }
}
