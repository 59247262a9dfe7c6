package org.plateau.workflow.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.TestResult;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainingException;
import org.plateau.core.training.TrainingOutcome;
import org.plateau.core.training.TrainingTask;
import org.plateau.formats.trail.TrailFileException;
import org.plateau.formats.trail.TrailWriter;
import org.plateau.prediction.Verdict;
import org.plateau.workflow.attempt.AttemptTask;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.history.Knowledge;
import org.plateau.workflow.history.NetworkFeatures;
import org.plateau.workflow.history.RunKnowledge;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.FileLocked;
import org.plateau.workflow.run.HolderNote;
import org.plateau.workflow.run.RunFolderException;

/** Carries out one attempt: trains or tests a network and keeps its record trail. */
final class AttemptRunner {
    private final Trainer trainer;
    private final InstantSource clock;
    private final BooleanSupplier leaving;
    private final RunKnowledge knowledge = new RunKnowledge();
    private double besideSeconds;

    AttemptRunner(Trainer trainer, InstantSource clock, BooleanSupplier leaving) {
        this.trainer = trainer;
        this.clock = clock;
        this.leaving = leaving;
    }

    /** CPU seconds spent so far beside training. */
    double besideSeconds() {
        return besideSeconds;
    }

    /**
     * Carries out the task of a folder.
     *
     * @throws RunFolderException if the folder holds no task, is fenced, or another worker is at it
     * @throws DatasetException if the dataset is not the one that the task was made for
     * @throws TrainingException if the training cannot go on
     */
    void run(AttemptFolder folder) {
        AttemptTask task = TaskFile.read(folder.task(), AttemptTask.class);
        FileLocked lock = FileLocked.tryLock(
                        folder.lock(), HolderNote.ofThisProcess().text())
                .orElseThrow(() -> new RunFolderException("%s is in the hands of another worker (%s)"
                        .formatted(folder.root(), FileLocked.note(folder.lock()))));
        lock.during(() -> {
            runLocked(task, folder);
            return task;
        });
    }

    private void runLocked(AttemptTask task, AttemptFolder folder) {
        if (Files.exists(folder.fence())) {
            throw new RunFolderException(folder.root() + " was given up for a newer attempt");
        }
        requireSameDataset(task);
        try (TrailWriter trail = TrailWriter.create(folder.trail(), task.network(), task.attempt(), clock)) {
            carryOut(task, folder, trail);
        }
    }

    private void carryOut(AttemptTask task, AttemptFolder folder, TrailWriter trail) {
        trail.append(new TrailEvent.NetworkGenerated(
                task.origin(),
                task.architecture(),
                task.dataset(),
                trainer.dataset(),
                task.training(),
                task.seed(),
                task.provenance()));
        trail.append(
                new TrailEvent.AttemptStarted(task.resume().map(AttemptTask.Resume::point), trainer.environment()));
        trail.append(task.purpose() == Purpose.TEST ? test(task, trail) : train(task, folder, trail));
    }

    private TrailEvent.TrainingEnded train(AttemptTask task, AttemptFolder folder, TrailWriter trail) {
        BooleanSupplier asked = () -> leaving.getAsBoolean() || Files.exists(folder.stop());
        FitnessMeasure fitness = task.training().fitness();
        InSitu beside = new InSitu(
                task,
                task.prediction(),
                trail,
                known(task, folder),
                NetworkFeatures.of(task.architecture(), trainer.dataset(), fitness),
                asked);
        try {
            beside.judge();
            TrainingOutcome outcome = beside.stop().isPresent()
                    ? new TrainingOutcome.Stopped((int) beside.epoch())
                    : trainer.train(training(task, folder), beside);
            return ended(beside, outcome);
        } catch (TrailFileException | DatasetException | UnmeasuredFitnessException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            recordFailure(e, beside.epoch(), trail);
            throw e;
        } finally {
            besideSeconds += beside.besideSeconds();
        }
    }

    private static TrainingTask training(AttemptTask task, AttemptFolder folder) {
        return new TrainingTask(
                task.architecture(),
                task.training(),
                task.seed(),
                folder.checkpoints(),
                task.resume().map(AttemptRunner::checkpoint));
    }

    /** A disk that is full or gone is not the network's fault. */
    private static void recordFailure(Throwable failure, double epoch, TrailWriter trail) {
        Ending ending = failure.getCause() instanceof IOException ? Ending.INTERRUPTED : Ending.FAILED;
        String message = failure instanceof TrainingException ? failure.getMessage() : failure.toString();
        try {
            trail.append(new TrailEvent.TrainingEnded(ending, epoch, Optional.empty(), String.valueOf(message)));
        } catch (TrailFileException e) {
            failure.addSuppressed(e);
        }
    }

    private TrailEvent.TrainingEnded test(AttemptTask task, TrailWriter trail) {
        AttemptTask.Resume from = task.resume()
                .orElseThrow(() -> new RunFolderException("A test needs a checkpoint, but its task names none"));
        TestResult result = measured(task, from, trail);
        trail.append(
                new TrailEvent.NetworkTested(from.point().epoch(), from.point().checkpoint(), result));
        return new TrailEvent.TrainingEnded(
                Ending.COMPLETED, from.point().epoch(), Optional.empty(), "Measured on the test split");
    }

    private TestResult measured(AttemptTask task, AttemptTask.Resume from, TrailWriter trail) {
        try {
            return trainer.test(
                    task.architecture(), checkpoint(from), task.training().batchSize());
        } catch (DatasetException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            recordFailure(e, from.point().epoch(), trail);
            throw e;
        }
    }

    /** A verdict that stops without a fitness to tell says that the training diverged. */
    private static TrailEvent.TrainingEnded ended(InSitu beside, TrainingOutcome outcome) {
        if (outcome instanceof TrainingOutcome.Completed completed) {
            return new TrailEvent.TrainingEnded(
                    Ending.COMPLETED,
                    completed.epoch(),
                    Optional.of(new Fitness(beside.fitness().lastValue(), Fitness.Origin.MEASURED)),
                    "Trained to the horizon");
        }
        if (outcome instanceof TrainingOutcome.Diverged diverged) {
            return new TrailEvent.TrainingEnded(
                    Ending.DIVERGED, diverged.epoch(), Optional.empty(), diverged.message());
        }
        if (beside.stop().isPresent()) {
            Verdict.Stop stop = beside.stop().get();
            return new TrailEvent.TrainingEnded(
                    stop.fitness().isPresent() ? Ending.STOPPED : Ending.DIVERGED,
                    outcome.epoch(),
                    stop.fitness(),
                    stop.reason());
        }
        return new TrailEvent.TrainingEnded(
                Ending.INTERRUPTED,
                outcome.epoch(),
                Optional.empty(),
                beside.enough()
                        ? "Ended after the last epoch of its task"
                        : "Asked to leave after the epoch's checkpoint");
    }

    private Knowledge known(AttemptTask task, AttemptFolder folder) {
        return knowledge.of(
                folder.run().history(),
                task.history(),
                task.training().fitness(),
                task.role().map(AttemptTask.Role::objectives).orElse(List.of()));
    }

    private void requireSameDataset(AttemptTask task) {
        String found = trainer.dataset().fingerprint();
        if (!found.equals(task.fingerprint())) {
            throw new DatasetException(
                    "The dataset %s has changed since the search began: its fingerprint was %s, now it is %s"
                            .formatted(task.dataset().name(), task.fingerprint(), found));
        }
    }

    private static Checkpoint checkpoint(AttemptTask.Resume from) {
        return new Checkpoint(
                (int) from.point().epoch(), from.file(), from.point().checkpoint());
    }
}
