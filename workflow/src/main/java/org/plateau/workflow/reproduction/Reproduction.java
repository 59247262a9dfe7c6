package org.plateau.workflow.reproduction;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.provenance.Provenance;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.Origin;
import org.plateau.core.trail.TrailEvent.EpochMeasured;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;
import org.plateau.formats.json.Sha256;
import org.plateau.formats.trail.NetworkId;
import org.plateau.formats.trail.TrailReader;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.attempt.AttemptRecord;
import org.plateau.workflow.attempt.AttemptTask;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.executor.AttemptState;
import org.plateau.workflow.executor.Executor;
import org.plateau.workflow.executor.Opening;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.RunFolder;

/**
 * Trains a network again, by the same worker as any other, and compares. The training ends after the last epoch that was
 * recorded, whatever ended it then: a verdict depends on what else was known at the time.
 *
 * <p>What is trained is a network of its own, the child of the recorded one by the operator {@value #OPERATOR}, in a run folder of its
 * own, so that its trail can be taken into a commons beside the other one's.
 */
public final class Reproduction {
    /** Stands as the operator in the origin of what was trained again. */
    public static final String OPERATOR = "reproduction";

    private static final Duration TICK = Duration.ofMillis(500);

    /** How long the worker may take to leave when it is interrupted. */
    private static final Duration GRACE = Duration.ofSeconds(6);

    private final RecordedTraining recorded;
    private final DatasetSpecification dataset;
    private final RunFolder folder;
    private final InstantSource clock;
    private final BooleanSupplier stopRequested;
    private final IntConsumer progress;
    private final Consumer<Comparison> done;

    /**
     * @param dataset what it was trained on, where that is now
     * @param folder that it is trained in, with no networks in it yet
     * @param stopRequested whether to leave before the end
     * @param progress told how many epochs are completed
     * @param done told what came of it, whoever keeps that
     */
    public Reproduction(
            RecordedTraining recorded,
            DatasetSpecification dataset,
            RunFolder folder,
            InstantSource clock,
            BooleanSupplier stopRequested,
            IntConsumer progress,
            Consumer<Comparison> done) {
        this.recorded = recorded;
        this.dataset = dataset;
        this.folder = folder;
        this.clock = clock;
        this.stopRequested = stopRequested;
        this.progress = progress;
        this.done = done;
    }

    /**
     * Trains and compares.
     *
     * @param device to train on
     * @param threads compute threads; another number than was recorded gives other last digits
     * @return empty where it was interrupted
     * @throws ReproductionException if the dataset is another one, or the training failed
     * @throws org.plateau.workflow.executor.ExecutorException if nothing can be trained here
     */
    public Optional<Comparison> run(Executor executor, String device, int threads) {
        int last = recorded.lastEpoch();
        try (Executor trainers = executor) {
            Optional<Opening> opening = trainers.open(stopRequested);
            if (opening.isEmpty()) {
                trainers.close(GRACE);
                return Optional.empty();
            }
            requireSameDataset(opening.get());
            AttemptTask task = task(opening.get(), device, threads, last);
            AttemptFolder attempt = folder.attempt(task.network(), task.attempt());
            TaskFile.write(attempt.task(), task);
            trainers.submit(List.of(attempt));
            if (!finished(trainers, attempt)) {
                trainers.close(GRACE);
                return Optional.empty();
            }
            Comparison comparison =
                    Comparison.of(recorded, reproduced(attempt), opening.get().environment());
            done.accept(comparison);
            return Optional.of(comparison);
        }
    }

    private void requireSameDataset(Opening opening) {
        String then = recorded.generated().properties().fingerprint();
        String now = opening.dataset().fingerprint();
        if (!then.equals(now)) {
            throw new ReproductionException(
                    "The dataset %s is not what network %s was trained on: its fingerprint was %s, here it is %s"
                            .formatted(dataset.name(), recorded.network(), then, now));
        }
    }

    private AttemptTask task(Opening opening, String device, int threads, int last) {
        NetworkGenerated generated = recorded.generated();
        String search = OPERATOR + "-" + unique();
        Origin origin = new Origin(
                search,
                1,
                generated.origin().generation(),
                generated.origin().space(),
                generated.origin().genome(),
                OPERATOR,
                List.of(recorded.network()));
        return new AttemptTask(
                AttemptTask.FORMAT,
                NetworkId.of(
                        search,
                        1,
                        generated.architecture(),
                        generated.properties().fingerprint(),
                        generated.training(),
                        generated.seed()),
                1,
                Purpose.FINISH,
                origin,
                generated.architecture(),
                dataset,
                generated.properties().fingerprint(),
                generated.training(),
                generated.seed(),
                Optional.empty(),
                PredictionSettings.none(),
                0,
                Optional.empty(),
                Optional.of(last),
                new Provenance(
                        opening.environment(),
                        generated.provenance().seeds(),
                        generated.provenance().configuration()),
                device,
                threads);
    }

    private String unique() {
        String here = "%s %s %d"
                .formatted(
                        folder.root().toAbsolutePath(),
                        clock.instant(),
                        ProcessHandle.current().pid());
        return Sha256.of(here.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }

    /** Waits for its end; whether it came to it. */
    private boolean finished(Executor executor, AttemptFolder attempt) {
        TrailReader trail = new TrailReader(attempt.trail());
        int epochs = 0;
        while (true) {
            AttemptState state = executor.poll(List.of(attempt)).getOrDefault(attempt, new AttemptState.Unknown());
            epochs += (int) trail.next().stream()
                    .filter(entry -> entry.event() instanceof EpochMeasured)
                    .count();
            progress.accept(epochs);
            if (state instanceof AttemptState.Faulted faulted) {
                throw new ReproductionException(
                        "Training network %s again failed: %s".formatted(recorded.network(), faulted.message()));
            }
            if (state instanceof AttemptState.Over) {
                return !stopRequested.getAsBoolean();
            }
            if (stopRequested.getAsBoolean()) {
                return false;
            }
            executor.await(TICK);
        }
    }

    private RecordedTraining reproduced(AttemptFolder attempt) {
        AttemptRecord record = AttemptRecord.read(attempt);
        boolean failed =
                record.ended().filter(ended -> ended.ending() != Ending.FAILED).isEmpty();
        if (failed) {
            throw new ReproductionException(
                    "Training network %s again came to no end; see %s".formatted(recorded.network(), attempt.root()));
        }
        return RecordedTraining.of(attempt.trail().toString(), record.entries());
    }
}
