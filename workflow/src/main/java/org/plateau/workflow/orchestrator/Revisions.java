package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Prediction;
import org.plateau.workflow.attempt.AttemptRecord;
import org.plateau.workflow.history.NetworkFeatures;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
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
    /** What was measured until a network was stopped, by that end; empty where its forecast is not made again. */
    private final Map<AttemptEnded, Optional<Observation>> observations = new HashMap<>();

    Revisions(RunContext run, ToldHistory told) {
        this.run = run;
        this.told = told;
        this.prediction = Prediction.of(run.configuration().prediction());
    }

    /**
     * New forecasts.
     *
     * @param chosen how often a network was chosen to be trained on by now
     * @param finished networks of which what came of that counts, in their order
     * @param stopped the other networks that were stopped
     * @param changed those of them that were trained on since the last time
     */
    ForecastsRevised of(
            int chosen, List<NetworkState> finished, List<NetworkState> stopped, Set<NetworkState> changed) {
        Optional<ForecastsRevised> last = run.state().revised();
        List<String> known = last.map(ForecastsRevised::finished).orElse(List.of());
        told.appendFinished(finished.subList(known.size(), finished.size()));
        boolean sameHistory = last.isPresent() && known.size() == finished.size();
        History history = told.history();
        List<Revised> forecasts = new ArrayList<>();
        for (NetworkState network : stopped) {
            Optional<Revised> kept =
                    sameHistory && !changed.contains(network) ? run.state().expected(network.id()) : Optional.empty();
            kept.or(() -> revised(network, history)).ifPresent(forecasts::add);
        }
        return new ForecastsRevised(
                history.version(),
                chosen,
                finished.stream().map(NetworkState::id).toList(),
                forecasts);
    }

    private Optional<Revised> revised(NetworkState network, History history) {
        return observations
                .computeIfAbsent(network.result().orElseThrow(), end -> observation(network, end))
                .map(observation -> prediction.forecast(observation, history))
                .filter(Forecast::present)
                .map(forecast -> new Revised(network.id(), forecast.value(), forecast.interval(LEVEL)));
    }

    private Optional<Observation> observation(NetworkState network, AttemptEnded end) {
        if (!hadInterval(network)) {
            return Optional.empty();
        }
        FitnessMeasure fitness = run.configuration().training().fitness();
        return Optional.of(new Observation(
                new Lineage(run.folder(), network)
                        .series(network.attempt(end.attempt()).planned()),
                fitness,
                run.configuration().training().epochs(),
                Optional.of(run.configuration().training().schedule()),
                NetworkFeatures.of(run.architecture(network), run.dataset(), fitness)));
    }

    private boolean hadInterval(NetworkState network) {
        AttemptEnded end = network.settled(Purpose.SEARCH).orElseThrow();
        return AttemptRecord.read(run.folder().attempt(network.id(), end.attempt())).forecast().stream()
                .flatMap(forecast -> forecast.intervals().stream())
                .anyMatch(interval -> Math.abs(interval.level() - LEVEL) < 1e-9);
    }
}
