package org.plateau.workflow.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Finalists;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Normal;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Rule;
import org.plateau.prediction.Verdict;
import org.plateau.workflow.attempt.AttemptTask;

/**
 * Stops a network that is trained on in the end of a search as soon as nothing more is expected of it, see
 * {@link Finalists#goesOn}.
 *
 * @param settings of the search
 * @param finale of the network
 */
record WorthFinishing(Finalists settings, AttemptTask.Finale finale) implements Rule {
    private static final double LEVEL = 0.8;

    @Override
    public String name() {
        return "finalists";
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        if (observation.epoch() <= finale.from() || !forecast.present()) {
            return new Verdict.Continue("It is trained on for one epoch at least");
        }
        Direction direction = observation.fitness().direction();
        Optional<Interval> interval = forecast.interval(LEVEL);
        double deviation = interval.map(around -> direction == Direction.MAXIMIZE
                                ? around.upper() - forecast.value()
                                : forecast.value() - around.lower())
                        .orElse(0.0)
                / Normal.QUANTILE_80;
        Finalists.Candidate now = new Finalists.Candidate(forecast.value(), deviation, false, finale.costs());
        List<Finalists.Candidate> candidates = new ArrayList<>(finale.rivals());
        candidates.add(now);
        if (settings.goesOn(direction, finale.point(), now, candidates)) {
            return new Verdict.Continue("Something is still expected of it");
        }
        Map<String, Double> evidence = new LinkedHashMap<>();
        evidence.put("forecast", forecast.value());
        interval.ifPresent(around -> {
            evidence.put("lower-80", around.lower());
            evidence.put("upper-80", around.upper());
        });
        finale.rivals().forEach(rival -> evidence.put(rival.measured() ? "measured" : "expected", rival.value()));
        return new Verdict.Stop(
                name(),
                "Nothing more is expected of it: the forecast for epoch %.0f is %.4g"
                        .formatted(forecast.horizon(), forecast.value()),
                evidence,
                Optional.of(new Fitness(forecast.value(), Fitness.Origin.PREDICTED)));
    }
}
