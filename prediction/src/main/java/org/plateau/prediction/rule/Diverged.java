package org.plateau.prediction.rule;

import java.util.Map;
import java.util.Optional;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Verdict;
import org.plateau.prediction.shape.Divergence;

/**
 * Stops a training that shows a {@link Divergence}: whose fitness or loss is no number any more, or whose loss exploded.
 *
 * <p>No fitness is told: what the network was worth before is not what its weights are worth now.
 *
 * @param factor of the first loss, more than 1
 */
public record Diverged(double factor) implements RuleSettings {
    public Diverged {
        if (!(factor > 1)) {
            throw new IllegalArgumentException("The factor of an exploding loss must be > 1, but was " + factor);
        }
    }

    /** Ten times the first loss. */
    public static Diverged standard() {
        return new Diverged(Divergence.FACTOR);
    }

    @Override
    public String name() {
        return "diverged";
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        Optional<Divergence> found = Divergence.of(observation, factor);
        if (found.isPresent()) {
            Divergence divergence = found.get();
            return new Verdict.Stop(
                    name(),
                    divergence.reason(),
                    Map.of("epoch", divergence.epoch(), "value", divergence.value()),
                    Optional.empty());
        }
        return new Verdict.Continue("All losses are numbers of a usual size");
    }
}
