package org.plateau.diffraction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.apache.commons.rng.UniformRandomProvider;

/** Makes the patterns of one conformation on several threads and writes their images. */
final class Shooting {
    private final PatternSimulator simulator;
    private final DiffractionSettings settings;
    private final DatasetFolder folder;
    private final IntConsumer progress;
    private int done;

    /**
     * Prepares.
     *
     * @param progress hears the number of written images, from one thread at a time
     */
    Shooting(PatternSimulator simulator, DiffractionSettings settings, DatasetFolder folder, IntConsumer progress) {
        this.simulator = simulator;
        this.settings = settings;
        this.folder = folder;
        this.progress = progress;
    }

    /** Makes all shots; the exposures come in the order of the shots. The first failure ends it. */
    List<Exposure> run(List<Shot> shots) {
        ExecutorService threads = Executors.newFixedThreadPool(settings.threads(), task -> {
            Thread thread = new Thread(task, "diffraction");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Exposure>> pending = new ArrayList<>();
            for (Shot shot : shots) {
                Callable<Exposure> task = () -> take(shot);
                pending.add(threads.submit(task));
            }
            List<Exposure> exposures = new ArrayList<>();
            for (Future<Exposure> exposure : pending) {
                exposures.add(exposure.get());
            }
            return exposures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GenerationInterruptedException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A pattern could not be made", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Exposure take(Shot shot) {
        UniformRandomProvider random = shot.random(settings.seed());
        Orientation orientation = Orientation.uniform(random.nextDouble(), random.nextDouble(), random.nextDouble());
        Pattern pattern = simulator.shoot(orientation, random);
        folder.write(
                shot.file(settings.beam()),
                FloatTiff.encode(pattern.photons(), settings.detector().pixels()));
        Exposure exposure = new Exposure(orientation, pattern.total(), pattern.litPixels());
        written();
        return exposure;
    }

    private synchronized void written() {
        done++;
        progress.accept(done);
    }
}
