package org.plateau.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hears that a signal (Ctrl-C, SIGTERM) asks the program to stop. The JVM then waits, for at most {@value #GRACE_SECONDS}
 * seconds, until this is closed: until what it was at is written down and told.
 */
final class Interruption implements AutoCloseable {
    private static final long GRACE_SECONDS = 25;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::signalled, "interruption");
    /** What can only be ended by interrupting it. Guarded by this. */
    private Optional<Thread> deaf = Optional.empty();

    private volatile boolean requested;

    private Interruption() {}

    static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean requested() {
        return requested;
    }

    /** Does something that does not look at {@link #requested}: its thread is interrupted instead. */
    <T> T interrupting(Supplier<T> work) {
        synchronized (this) {
            deaf = Optional.of(Thread.currentThread());
            if (requested) {
                Thread.currentThread().interrupt();
            }
        }
        try {
            return work.get();
        } finally {
            synchronized (this) {
                deaf = Optional.empty();
                Thread.interrupted();
            }
        }
    }

    private void signalled() {
        synchronized (this) {
            requested = true;
            deaf.ifPresent(Thread::interrupt);
        }
        try {
            if (!closed.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("plateau: leaving without an orderly end; nothing that was recorded is lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down already: the hook runs now, and has just been released.
        }
    }
}
