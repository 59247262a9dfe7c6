package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;

/**
 * Asks a predictor for forecasts of every training of a group when a share of its epochs has been seen. All earlier
 * trainings of the group are finished by then. Where a predictor has nothing to say, the last value stands for its
 * forecast, and the worst of the scale where that is no number.
 */
public final class ShareReplay {
    private final ReplayGroup group;
    private final int first;
    private final LongSupplier nanoseconds;

    /**
     * @param first how many trainings at the beginning are history only
     * @param nanoseconds a clock, read around forecasts only
     */
    public ShareReplay(ReplayGroup group, int first, LongSupplier nanoseconds) {
        this.group = group;
        this.first = first;
        this.nanoseconds = nanoseconds;
    }

    /** How the forecasts compare with the truth. */
    public ForecastScore run(Predictor predictor, double share) {
        List<ReplayTraining> trainings = group.seen(predictor.sight());
        List<FinishedTraining> finished = trainings.stream()
                .map(training -> training.finished(group.metric()))
                .toList();
        List<ForecastScore.Case> cases = new ArrayList<>();
        Watch watch = new Watch(nanoseconds);
        for (int i = first; i < trainings.size(); i++) {
            ReplayTraining training = trainings.get(i);
            History history = predictor.sight().history() ? new History(i, finished.subList(0, i)) : History.none();
            Observation observation = observed(training, share);
            Forecaster forecaster = predictor.begin().get();
            Forecast forecast = watch.time(() -> forecaster.forecast(observation, history));
            cases.add(new ForecastScore.Case(
                    forecast.present() ? bounded(forecast.value()) : last(observation.curve()),
                    training.truth(),
                    SearchReplay.interval(forecast)));
        }
        return ForecastScore.of(cases, watch.microseconds());
    }

    /** What was measured up to the last epoch within the share, one point at least. */
    private Observation observed(ReplayTraining training, double share) {
        double epoch = Math.max(share * group.horizon(), training.fitness().epoch(0));
        return new Observation(
                        training.series(group.metric()),
                        group.fitness(),
                        group.horizon(),
                        Optional.empty(),
                        training.features())
                .upTo(training.fitness().upTo(epoch).lastEpoch());
    }

    private double bounded(double value) {
        return Math.min(group.fitness().upper(), Math.max(group.fitness().lower(), value));
    }

    private static double last(LearningCurve curve) {
        return Double.isFinite(curve.lastValue()) ? curve.lastValue() : ReplayGroup.WORST;
    }
}
