package org.plateau.workflow.simulated;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.EpochObserver;
import org.plateau.core.training.TrainingException;
import org.plateau.core.training.TrainingOutcome;
import org.plateau.core.training.TrainingTask;
import org.plateau.workflow.attempt.AttemptTask;

/** One simulated training. */
final class SimulatedTraining {
    private final Script script;
    private final TrainingTask task;
    private final AttemptTask attempt;
    private final SimulatedCurve curve;
    private SimulatedCheckpoint now;

    SimulatedTraining(Script script, TrainingTask task, AttemptTask attempt) {
        this.script = script;
        this.task = task;
        this.attempt = attempt;
        this.curve = new SimulatedCurve(task.architecture(), task.seed());
        this.now = task.resumeFrom()
                .map(SimulatedCheckpoint::read)
                .orElseGet(() -> new SimulatedCheckpoint(0, curve.start()));
    }

    TrainingOutcome run(EpochObserver observer) {
        while (now.epoch() < task.configuration().epochs()) {
            int epoch = now.epoch() + 1;
            script.log("epochs", "%d:%d:%d".formatted(attempt.origin().ask(), epoch, attempt.attempt()));
            pause();
            fail(epoch);
            SimulatedCheckpoint next = new SimulatedCheckpoint(epoch, SimulatedCurve.next(now.state(), epoch));
            Measurement measurement = measurement(next);
            if (says("nan", epoch)) {
                observer.epochCompleted(
                        new Measurement(epoch, Map.of("train_loss", Double.NaN, "seconds", 1.0)), Optional.empty());
                return new TrainingOutcome.Diverged(epoch, "train_loss was NaN in epoch " + epoch);
            }
            Checkpoint checkpoint =
                    next.write(task.checkpoints(), Integer.parseInt(script.setting("checkpoint-bytes", "0")));
            halt("halt-checkpoint", epoch);
            EpochObserver.Reply reply = observer.epochCompleted(measurement, Optional.of(checkpoint));
            halt("halt-observer", epoch);
            next.prune(task.checkpoints());
            now = next;
            if (reply == EpochObserver.Reply.STOP
                    && epoch < task.configuration().epochs()) {
                return new TrainingOutcome.Stopped(epoch);
            }
        }
        halt("halt-end", now.epoch());
        return new TrainingOutcome.Completed(now.epoch());
    }

    private Measurement measurement(SimulatedCheckpoint next) {
        Map<String, Double> values =
                new TreeMap<>(curve.measurement(next.state(), next.epoch()).values());
        values.keySet().remove(script.setting("omit", ""));
        if (says("explode", next.epoch())) {
            values.put("train_loss", 1000.0);
        }
        if (script.setting("nan-fitness", "0")
                .equals(Integer.toString(attempt.origin().ask()))) {
            values.put("val_accuracy", Double.NaN);
        }
        return new Measurement(next.epoch(), values);
    }

    private void fail(int epoch) {
        halt("halt", epoch);
        if (says("throw", epoch)) {
            throw new TrainingException("The simulated engine failed");
        }
        if (says("throw-bug", epoch)) {
            throw new IllegalStateException("A bug in the simulated engine");
        }
        if (says("throw-disk", epoch)) {
            throw new TrainingException("The disk is gone", new IOException("Input/output error"));
        }
        if (says("throw-dataset", epoch)) {
            throw new DatasetException("The dataset is gone");
        }
        if (says("hold", epoch)) {
            script.hold(attempt.origin().ask(), epoch, attempt.attempt());
        }
    }

    private void pause() {
        long millis = Long.parseLong(script.setting("epoch-millis", "0"));
        boolean uneven = Boolean.parseBoolean(script.setting("uneven", "false"));
        if (millis > 0) {
            try {
                Thread.sleep(uneven ? millis * curve.slowness() : millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void halt(String action, int epoch) {
        if (says(action, epoch)) {
            Runtime.getRuntime().halt(8);
        }
    }

    private boolean says(String action, int epoch) {
        return script.says(action, attempt.origin().ask(), epoch, attempt.attempt());
    }
}
