package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.trail.Interval;
import org.plateau.core.trail.TrailEvent;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Prediction;
import org.plateau.workflow.history.NetworkFeatures;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.ForecastsRevised;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.journal.JournalEvent.Revised;

/**
 * Makes the forecasts of stopped networks again, from all that has finished by now. Only those are made again that had
 * an interval when the network was stopped.
 */
final class Revisions {
    /** Probability of the interval that is kept. */
    static final double LEVEL = 0.8;

    private final RunContext run;
    private final ToldHistory told;
    private final Prediction prediction;
    /** What was measured of a network until it was stopped, where its forecast is made again. */
    private final Map<String, Optional<Observation>> observations = new HashMap<>();

    Revisions(RunContext run, ToldHistory told) {
        this.run = run;
        this.told = told;
        this.prediction = Prediction.of(run.configuration().prediction());
    }

    /**
     * New forecasts.
     *
     * @param finished networks that were trained on to the horizon, in the order in which they count
     * @param stopped networks that were not
     */
    ForecastsRevised of(List<NetworkState> finished, List<NetworkState> stopped) {
        History history = told.history();
        for (NetworkState network : finished) {
            history = history.plus(told.training(network, network.settled(Purpose.FINISH)));
        }
        List<Revised> forecasts = new ArrayList<>();
        for (NetworkState network : stopped) {
            Optional<Observation> observation = observations.computeIfAbsent(network.id(), id -> observation(network));
            if (observation.isPresent()) {
                Forecast forecast = prediction.forecast(observation.get(), history);
                if (forecast.present()) {
                    forecasts.add(new Revised(network.id(), forecast.value(), forecast.interval(LEVEL)));
                }
            }
        }
        return new ForecastsRevised(
                history.version(), finished.stream().map(NetworkState::id).toList(), forecasts);
    }

    private Optional<Observation> observation(NetworkState network) {
        AttemptEnded end = network.settled(Purpose.SEARCH).orElseThrow();
        AttemptPlanned planned = network.attempt(end.attempt()).planned();
        Lineage lineage = new Lineage(run.folder(), network);
        boolean certain = lineage.record(planned.attempt())
                .forecast()
                .filter(forecast -> interval(forecast).isPresent())
                .isPresent();
        return certain
                ? Optional.of(new Observation(
                        lineage.series(planned),
                        run.configuration().training().fitness(),
                        run.configuration().training().epochs(),
                        Optional.of(run.configuration().training().schedule()),
                        NetworkFeatures.of(
                                run.architecture(network),
                                run.dataset(),
                                run.configuration().training().fitness())))
                : Optional.empty();
    }

    private static Optional<Interval> interval(TrailEvent.ForecastMade forecast) {
        return forecast.intervals().stream()
                .filter(interval -> Math.abs(interval.level() - LEVEL) < 1e-9)
                .findFirst();
    }
}
