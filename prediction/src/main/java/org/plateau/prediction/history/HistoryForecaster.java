package org.plateau.prediction.history;

import java.util.ArrayList;
import java.util.Collections;
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
import org.plateau.prediction.curve.CurveForecast;
import org.plateau.prediction.curve.CurveForecaster;
import org.plateau.prediction.curve.CurveSettings;
import org.plateau.prediction.function.FunctionIndex;

/**
 * Forecasts a training's final fitness from finished trainings as they were at the same epoch.
 *
 * <p>The newest trainings take part, {@value #MOST} or a few more of them; those that ended in no
 * number, or had none at that epoch, tell nothing of one that has. What is computed for a history is kept with it.
 */
public final class HistoryForecaster {
    private static final int FEWEST = 3;
    private static final int MOST = 64;
    private static final int STEP = 16;

    private final FunctionIndex index;
    private final CurveForecaster curves;

    /** @param index functions whose forecast of the curve alone is one of the anchors */
    public HistoryForecaster(FunctionIndex index) {
        this.index = index;
        curves = CurveForecaster.of(index, CurveSettings.standard().remembering(1));
    }

    private record ModelKey(FunctionIndex index, SnapshotShape shape, double horizon, double epoch) {}

    private record SnapshotKey(FunctionIndex index, SnapshotShape shape, double horizon, double epoch) {}

    private record ChoiceKey(
            FunctionIndex index,
            SnapshotShape shape,
            double horizon,
            double epoch,
            SameTrainings choosing,
            HistoryModel.Choices.Key key) {}

    private record NewestKey(FitnessMeasure fitness) {}

    /** A model and how many trainings it learnt from. */
    private record Learnt(HistoryModel model, int finished) {}

    /**
     * What finished trainings say of one under way, empty where fewer than {@value #FEWEST} can be compared with it.
     *
     * @param alone what its curve alone says
     */
    public Optional<HistoryForecast> forecast(Observation observation, History history, CurveForecast alone) {
        LearningCurve curve = observation.curve();
        if (curve.isEmpty() || !Double.isFinite(curve.lastValue())) {
            return Optional.empty();
        }
        FitnessMeasure fitness = observation.fitness();
        List<FinishedTraining> newest =
                history.remembered(new NewestKey(fitness), () -> newest(history.trainings(), fitness));
        if (newest.size() < FEWEST) {
            return Optional.empty();
        }
        SnapshotShape shape = SnapshotShape.of(observation, newest);
        double epoch = observation.epoch();
        Optional<Learnt> learnt = history.remembered(
                new ModelKey(index, shape, observation.horizon(), epoch),
                () -> learn(observation, history, newest, shape));
        return learnt.map(known -> {
                    Snapshot snapshot = Snapshot.of(
                            observation.series(), observation.features(), shape, epoch, seen -> alone.value());
                    return HistoryForecast.of(
                            fitness, known.model.expect(snapshot), alone, known.finished, known.model.explanation());
                })
                .filter(HistoryForecast::finite);
    }

    /**
     * The newest trainings that tell where they ended. Begins at a place that moves in steps of {@value #STEP} as the history
     * grows, so that what was chosen for the first trainings serves several histories.
     */
    private static List<FinishedTraining> newest(List<FinishedTraining> trainings, FitnessMeasure fitness) {
        List<FinishedTraining> newestFirst = new ArrayList<>();
        int start = trainings.size();
        while (start > 0 && (newestFirst.size() < MOST || start % STEP != 0)) {
            FinishedTraining training = trainings.get(--start);
            if (tells(training, fitness)) {
                newestFirst.add(training);
            }
        }
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static boolean tells(FinishedTraining training, FitnessMeasure fitness) {
        LearningCurve curve = curve(training.series(), fitness);
        return training.complete() && !curve.isEmpty() && curve.lastEpoch() > 0 && Double.isFinite(curve.lastValue());
    }

    /** Empty where too few of the trainings had a number at the epoch. */
    private Optional<Learnt> learn(
            Observation observation, History history, List<FinishedTraining> newest, SnapshotShape shape) {
        FitnessMeasure fitness = observation.fitness();
        double horizon = observation.horizon();
        double epoch = observation.epoch();
        List<FinishedTraining> finished = new ArrayList<>();
        List<Snapshot> snapshots = new ArrayList<>();
        for (FinishedTraining training : newest) {
            Snapshot snapshot = history.rememberedOf(
                    training,
                    new SnapshotKey(index, shape, horizon, epoch),
                    () -> snapshot(training, shape, horizon, epoch));
            if (snapshot.measured()) {
                finished.add(training);
                snapshots.add(snapshot);
            }
        }
        if (finished.size() < FEWEST) {
            return Optional.empty();
        }
        double[] truths = finished.stream()
                .mapToDouble(training -> curve(training.series(), fitness).lastValue())
                .toArray();
        int choosing = choosing(finished.size());
        SameTrainings first = new SameTrainings(finished.subList(0, choosing));
        HistoryModel.Choices choices = new HistoryModel.Choices() {
            @Override
            public List<AveragedProcess.Choice> of(Key key, Supplier<List<AveragedProcess.Choice>> choose) {
                return history.rememberedOf(
                        finished.get(0), new ChoiceKey(index, shape, horizon, epoch, first, key), choose);
            }
        };
        double point = PointScale.point(fitness, LearningCurve.empty());
        return Optional.of(
                new Learnt(new HistoryModel(fitness, snapshots, truths, point, choosing, choices), finished.size()));
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
                training.series(), training.features(), shape, Math.max(same, curve.epoch(0)), seen -> curves.forecast(
                                seen, shape.fitness(), curve.lastEpoch())
                        .value());
    }

    private static LearningCurve curve(Map<String, LearningCurve> series, FitnessMeasure measure) {
        return series.getOrDefault(measure.name(), LearningCurve.empty());
    }
}
