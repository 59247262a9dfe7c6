package org.plateau.diffraction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.commons.rng.UniformRandomProvider;

/** Makes the patterns of one conformation on several threads and writes their images. */
final class Shooting {
    private static final Duration LONGEST_SHOT = Duration.ofSeconds(30);

    private final List<Shot> shots;
    private final PatternSimulator simulator;
    private final DiffractionSettings settings;
    private final DatasetFolder folder;

    Shooting(List<Shot> shots, PatternSimulator simulator, DiffractionSettings settings, DatasetFolder folder) {
        this.shots = shots;
        this.simulator = simulator;
        this.settings = settings;
        this.folder = folder;
    }

    List<Shot> shots() {
        return shots;
    }

    /**
     * Takes all shots; the exposures come in the order of the shots. The first failure ends it.
     *
     * @param progress hears the growing number of written images, from one thread at a time
     */
    List<Exposure> run(IntConsumer progress) {
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(settings.threads(), task -> {
            Thread thread = new Thread(task, "diffraction");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Exposure>> tasks = new ArrayList<>();
            shots.forEach(shot -> tasks.add(() -> {
                Exposure exposure = take(shot);
                synchronized (done) {
                    progress.accept(done.incrementAndGet());
                }
                return exposure;
            }));
            List<Exposure> exposures = new ArrayList<>();
            for (Future<Exposure> pending : tasks.stream().map(threads::submit).toList()) {
                exposures.add(pending.get());
            }
            return exposures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GenerationInterruptedException(e);
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            end(threads);
        }
    }

    /** Stops what still runs after a failure, so that nothing writes into the folder behind the caller's back. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(LONGEST_SHOT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException exception
                ? exception
                : new IllegalStateException("A pattern could not be made", e.getCause());
    }

    private Exposure take(Shot shot) {
        UniformRandomProvider random = shot.random(settings.seed());
        Orientation orientation = Orientation.uniform(random.nextDouble(), random.nextDouble(), random.nextDouble());
        Pattern pattern = simulator.shoot(orientation, random);
        folder.write(
                shot.file(settings.beam()),
                FloatTiff.encode(pattern.photons(), settings.detector().pixels()));
        return new Exposure(orientation, pattern.total(), pattern.litPixels());
    }
}
