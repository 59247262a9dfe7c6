package org.plateau.prediction.replay;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Adds up how long calls take. */
final class Watch {
    private final LongSupplier nanoseconds;
    private long total;
    private long calls;

    Watch(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    <T> T time(Supplier<T> call) {
        long start = nanoseconds.getAsLong();
        T result = call.get();
        total += nanoseconds.getAsLong() - start;
        calls++;
        return result;
    }

    /** The mean of a call, NaN where there was none. */
    double microseconds() {
        return calls == 0 ? Double.NaN : total / 1e3 / calls;
    }
}
