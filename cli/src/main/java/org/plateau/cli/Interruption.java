package org.plateau.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;

/**
 * Hears that a run is to stop: by a signal (Ctrl-C, SIGTERM) or by the run's stop file, which {@code plateau stop} makes.
 * After a signal the JVM waits until the search has written down where it was.
 */
final class Interruption implements AutoCloseable {
    private static final long GRACE_SECONDS = 15;

    private final RunFolder run;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean signalled;

    private Interruption(RunFolder run) {
        this.run = run;
        this.hook = new Thread(this::signalled, "interruption");
    }

    static Interruption listen(RunFolder run) {
        Interruption interruption = new Interruption(run);
        try {
            Files.deleteIfExists(run.stop());
        } catch (IOException e) {
            throw new RunFolderException("Cannot remove %s: %s".formatted(run.stop(), e), e);
        }
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean requested() {
        return signalled || Files.exists(run.stop());
    }

    private void signalled() {
        signalled = true;
        try {
            closed.await(GRACE_SECONDS, TimeUnit.SECONDS);
            // The report is printed by the thread that now goes on; give it the moment that this takes.
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Files.deleteIfExists(run.stop());
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IOException e) {
            throw new RunFolderException("Cannot remove %s: %s".formatted(run.stop(), e), e);
        } catch (IllegalStateException e) {
            // The JVM is shutting down already: the hook runs now, and has just been released.
        }
    }
}
