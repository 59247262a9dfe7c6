package org.plateau.prediction.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.PointScale;

/**
 * Forecasts a training's final fitness from finished trainings as they were at the same epoch.
 *
 * <p>The newest trainings take part, {@value #MOST} to {@value #MOST} + {@value #STEP} − 1 of them; those that ended in no
 * number tell nothing of one that has not. What is computed for a history is kept with it.
 */
public final class HistoryForecaster {
    private static final int FEWEST = 3;
    private static final int MOST = 64;
    private static final int STEP = 16;

    /** Forecasts a curve from nothing but itself, in the measure's unit; not finite where nothing can be said. */
    public interface CurveForecast {
        double of(LearningCurve curve, FitnessMeasure measure, double horizon);
    }

    private final CurveForecast curveForecast;

    public HistoryForecaster(CurveForecast curveForecast) {
        this.curveForecast = curveForecast;
    }

    private record ModelKey(SnapshotShape shape, double horizon, double epoch) {}

    private record SnapshotKey(SnapshotShape shape, double horizon, double epoch) {}

    private record ChoiceKey(
            SnapshotShape shape, double horizon, double epoch, int start, HistoryModel.Choices.Key key) {}

    /** What finished trainings say of one under way, empty where fewer than {@value #FEWEST} can be compared with it. */
    public Optional<HistoryForecast> forecast(Observation observation, History history) {
        LearningCurve curve = observation.curve();
        if (curve.isEmpty() || !Double.isFinite(curve.lastValue())) {
            return Optional.empty();
        }
        List<FinishedTraining> usable =
                history.remembered(new UsableKey(observation.fitness()), () -> usable(history, observation.fitness()));
        if (usable.size() < FEWEST) {
            return Optional.empty();
        }
        int start = usable.size() <= MOST ? 0 : (usable.size() - MOST) / STEP * STEP;
        List<FinishedTraining> finished = usable.subList(start, usable.size());
        SnapshotShape shape = SnapshotShape.of(observation, finished);
        double epoch = observation.epoch();
        HistoryModel model = history.remembered(
                new ModelKey(shape, observation.horizon(), epoch),
                () -> model(observation, history, finished, shape, start));
        Snapshot snapshot = Snapshot.of(
                observation.series(),
                observation.features(),
                shape,
                epoch,
                seen -> curveForecast.of(seen, observation.fitness(), observation.horizon()));
        return Optional.of(HistoryForecast.of(observation, model, snapshot, finished.size()));
    }

    private record UsableKey(FitnessMeasure fitness) {}

    private static List<FinishedTraining> usable(History history, FitnessMeasure fitness) {
        return history.trainings().stream()
                .filter(FinishedTraining::complete)
                .filter(training -> {
                    LearningCurve curve = training.series().getOrDefault(fitness.name(), LearningCurve.empty());
                    return !curve.isEmpty() && Double.isFinite(curve.lastValue());
                })
                .toList();
    }

    private HistoryModel model(
            Observation observation, History history, List<FinishedTraining> finished, SnapshotShape shape, int start) {
        FitnessMeasure fitness = observation.fitness();
        double horizon = observation.horizon();
        double epoch = observation.epoch();
        List<Snapshot> snapshots = finished.stream()
                .map(training -> history.rememberedOf(
                        training,
                        new SnapshotKey(shape, horizon, epoch),
                        () -> snapshot(training, shape, horizon, epoch)))
                .toList();
        double[] truths = finished.stream()
                .mapToDouble(training -> curve(training.series(), fitness).lastValue())
                .toArray();
        double point = PointScale.point(fitness, LearningCurve.empty());
        HistoryModel.Choices choices = new HistoryModel.Choices() {
            @Override
            public List<AveragedProcess.Choice> of(Key key, Supplier<List<AveragedProcess.Choice>> choose) {
                return history.rememberedOf(finished.get(0), new ChoiceKey(shape, horizon, epoch, start, key), choose);
            }
        };
        return HistoryModel.of(fitness, snapshots, truths, point, choosing(finished.size()), choices);
    }

    /** How many of the first trainings choose the kernels: few enough steps that a choice serves several histories. */
    private static int choosing(int finished) {
        return finished <= 12 ? finished : finished <= 32 ? finished / 4 * 4 : finished / STEP * STEP;
    }

    private Snapshot snapshot(FinishedTraining training, SnapshotShape shape, double horizon, double epoch) {
        LearningCurve curve = curve(training.series(), shape.fitness());
        // A training with another horizon is looked at when the same share of it had passed.
        double same = curve.lastEpoch() == horizon ? epoch : epoch * curve.lastEpoch() / horizon;
        return Snapshot.of(
                training.series(),
                training.features(),
                shape,
                Math.max(same, curve.epoch(0)),
                seen -> curveForecast.of(seen, shape.fitness(), curve.lastEpoch()));
    }

    private static LearningCurve curve(Map<String, LearningCurve> series, FitnessMeasure measure) {
        return series.getOrDefault(measure.name(), LearningCurve.empty());
    }
}
