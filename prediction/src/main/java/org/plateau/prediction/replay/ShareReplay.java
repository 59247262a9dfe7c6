package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;

/**
 * Asks a predictor for forecasts of every training of a group when a share of its epochs has been seen. All earlier
 * trainings of the group are finished by then. Where a predictor has nothing to say, the last value stands for its
 * forecast; where the fitness is no number any more, the worst of the scale does for all of them.
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
        List<ForecastScore.Case> cases = new ArrayList<>();
        Watch watch = new Watch(nanoseconds);
        History history = History.none();
        for (int i = 0; i < trainings.size(); i++) {
            ReplayTraining training = trainings.get(i);
            if (i >= first) {
                cases.add(forecast(predictor, observed(training, share), history, training.truth(), watch));
            }
            if (predictor.sight().history()) {
                history = history.plus(training.finished(group.metric()));
            }
        }
        return ForecastScore.of(cases, predictor.micros(watch));
    }

    private ForecastScore.Case forecast(
            Predictor predictor, Observation observation, History history, double truth, Watch watch) {
        double last = observation.curve().lastValue();
        if (!Double.isFinite(last)) {
            return new ForecastScore.Case(ReplayGroup.WORST, truth, Optional.empty());
        }
        Forecaster forecaster = predictor.begin().get();
        Forecast forecast = watch.time(() -> forecaster.forecast(observation, history));
        return new ForecastScore.Case(
                forecast.present() ? bounded(forecast.value()) : last, truth, SearchReplay.interval(forecast));
    }

    /** What was measured up to the last epoch within the share, one point at least. */
    private Observation observed(ReplayTraining training, double share) {
        double epoch = Math.max(share * group.horizon(), training.fitness().epoch(0));
        return group.observation(training).upTo(training.fitness().upTo(epoch).lastEpoch());
    }

    private double bounded(double value) {
        return Math.min(group.fitness().upper(), Math.max(group.fitness().lower(), value));
    }
}
