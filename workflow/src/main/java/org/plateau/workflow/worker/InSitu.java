package org.plateau.workflow.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.EpochObserver;
import org.plateau.formats.trail.TrailWriter;
import org.plateau.prediction.Engines;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Prediction;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.Verdict;
import org.plateau.workflow.attempt.AttemptTask;
import org.plateau.workflow.history.Knowledge;
import org.plateau.workflow.history.MeasuredSeries;
import org.plateau.workflow.journal.JournalEvent.Purpose;

/**
 * Stands beside a training: writes what was measured to the trail, forecasts, judges, and says whether to go on. The
 * verdict of an epoch is in the trail before it acts.
 */
final class InSitu implements EpochObserver {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AttemptTask task;
    private final Prediction prediction;
    private final boolean forecasts;
    private final boolean watched;
    private final TrailWriter trail;
    private final BooleanSupplier leaving;
    private final Knowledge known;
    private final Exploration exploration;
    private final Map<String, Double> features;
    private final MeasuredSeries measured = new MeasuredSeries();
    private Optional<Verdict.Stop> stop = Optional.empty();
    private long besideNanos;

    /**
     * Begins behind what an older attempt measured.
     *
     * @param known what forecasts and verdicts are made from beside the training itself
     * @param features numbers known of the network
     * @param leaving whether the worker is asked to leave
     */
    InSitu(
            AttemptTask task,
            PredictionSettings settings,
            TrailWriter trail,
            Knowledge known,
            Map<String, Double> features,
            BooleanSupplier leaving) {
        this.task = task;
        this.prediction = Prediction.of(settings);
        this.forecasts = !settings.engine().equals(Engines.NONE);
        this.watched = task.purpose() == Purpose.SEARCH
                && (forecasts || !settings.rules().isEmpty());
        this.trail = trail;
        this.known = known;
        this.exploration = Exploration.of(settings, task);
        this.features = features;
        this.leaving = leaving;
        task.resume().map(AttemptTask.Resume::measured).orElse(List.of()).forEach(measured::add);
    }

    @Override
    public Reply epochCompleted(Measurement measurement, Optional<Checkpoint> checkpoint) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            measured.add(measurement);
            trail.append(new TrailEvent.EpochMeasured(measurement, checkpoint.map(Checkpoint::hash)));
            if (checkpoint.isPresent()) {
                requireFitness(measurement);
            }
            judge();
            // The trainer now deletes the checkpoint before this one: what names the new one must survive the machine.
            trail.sync();
            return stop.isPresent() || leaving.getAsBoolean() || enough() ? Reply.STOP : Reply.CONTINUE;
        } finally {
            besideNanos += THREADS.getCurrentThreadCpuTime() - start;
        }
    }

    /**
     * Judges what is known so far. After a resume this comes before the next epoch: the older attempt may have died
     * between a measurement and its verdict.
     */
    void judge() {
        Observation observation = observation();
        if (!watched || observation.curve().isEmpty() || observation.epoch() >= observation.horizon()) {
            return;
        }
        long start = THREADS.getCurrentThreadCpuTime();
        Forecast forecast = prediction.forecast(observation, known.history());
        Verdict verdict = prediction.judge(observation, forecast, known.peers());
        long micros = (THREADS.getCurrentThreadCpuTime() - start) / 1000;
        if (forecasts) {
            trail.append(entry(observation, forecast, micros));
        }
        if (verdict instanceof Verdict.Stop decided && exploration.overrules(decided, forecast)) {
            trail.append(exploration.entry(observation.epoch(), decided, known.peers()));
            return;
        }
        trail.append(entry(observation.epoch(), verdict));
        if (verdict instanceof Verdict.Stop decided) {
            stop = Optional.of(decided);
        }
    }

    /** The verdict that ended the training, if one did. */
    Optional<Verdict.Stop> stop() {
        return stop;
    }

    /** The series of the fitness so far. */
    LearningCurve fitness() {
        return measured.series().getOrDefault(task.training().fitness().name(), LearningCurve.empty());
    }

    /** Whether it has come to the epoch after which its task ends it. */
    boolean enough() {
        return task.lastEpoch().filter(last -> epoch() >= last).isPresent();
    }

    /** Epochs completed, those of older attempts included. */
    double epoch() {
        return measured.epoch();
    }

    double besideSeconds() {
        return besideNanos / 1e9;
    }

    private Observation observation() {
        return new Observation(
                measured.series(),
                task.training().fitness(),
                task.training().epochs(),
                Optional.of(task.training().schedule()),
                features);
    }

    private void requireFitness(Measurement measurement) {
        String fitness = task.training().fitness().name();
        if (!measurement.values().containsKey(fitness)) {
            throw new UnmeasuredFitnessException("The fitness %s is not measured by the trainer; it measures %s"
                    .formatted(fitness, measurement.values().keySet()));
        }
    }

    private static TrailEvent.ForecastMade entry(Observation observation, Forecast forecast, long micros) {
        return new TrailEvent.ForecastMade(
                forecast.epoch(),
                observation.fitness().name(),
                forecast.horizon(),
                forecast.value(),
                forecast.intervals(),
                forecast.functions(),
                forecast.method(),
                forecast.history(),
                micros);
    }

    /** Its numbers come by name: the order in which a rule collects them may be another one in every process. */
    private TrailEvent.VerdictGiven entry(double epoch, Verdict verdict) {
        long peers = known.peers().version();
        if (verdict instanceof Verdict.Stop decided) {
            return new TrailEvent.VerdictGiven(
                    epoch, true, decided.rule(), decided.reason(), new TreeMap<>(decided.evidence()), peers);
        }
        return new TrailEvent.VerdictGiven(epoch, false, "none", verdict.reason(), Map.of(), peers);
    }
}
