package org.plateau.prediction.replay;

import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.Fitness;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Rule;
import org.plateau.prediction.Verdict;

/** Stops at an epoch and tells the last value. */
record StopAt(double epoch) implements Rule {
    @Override
    public String name() {
        return "stop-at";
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        return observation.epoch() >= epoch
                ? new Verdict.Stop(
                        name(),
                        "It is time",
                        Map.of(),
                        Optional.of(new Fitness(observation.curve().lastValue(), Fitness.Origin.PREDICTED)))
                : new Verdict.Continue("It is too early");
    }
}
