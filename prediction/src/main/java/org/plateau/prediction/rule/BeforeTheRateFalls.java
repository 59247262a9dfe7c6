package org.plateau.prediction.rule;

import java.util.Optional;
import java.util.OptionalInt;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Rule;
import org.plateau.prediction.Verdict;
import org.plateau.prediction.shape.ScheduleAhead;

/**
 * A rule that takes flatness for the end, kept from doing so while the learning rate has yet to fall: before every known
 * step and until all forecasts that it looks at were made after it; and, without finished trainings that show how curves end, during the first half of a cosine.
 *
 * @param rule that may stop afterwards
 */
public record BeforeTheRateFalls(Rule rule) implements Rule {
    /** Going on because a step of the learning rate is ahead, empty where none is. */
    public static Optional<Verdict.Continue> guard(Observation observation) {
        return ScheduleAhead.of(observation).step().map(Verdict.Continue::new);
    }

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public int memory() {
        return rule.memory();
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        Verdict verdict = rule.judge(observation, forecast, peers);
        if (verdict instanceof Verdict.Continue) {
            return verdict;
        }
        ScheduleAhead ahead = ScheduleAhead.of(observation);
        Optional<String> reason = ahead.step().or(() -> recentStep(ahead, forecast));
        if (reason.isEmpty() && Double.isInfinite(forecast.novelty())) {
            reason = ahead.lateRise();
        }
        return reason.<Verdict>map(Verdict.Continue::new).orElse(verdict);
    }

    /** A step that some of the forecasts that the rule looks at were made before. */
    private static Optional<String> recentStep(ScheduleAhead ahead, Forecast forecast) {
        OptionalInt step = forecast.track().isEmpty()
                ? OptionalInt.empty()
                : new ScheduleAhead(ahead.schedule(), forecast.track().get(0).epoch(), ahead.horizon()).nextStep();
        return step.isPresent()
                ? Optional.of("The learning rate fell at epoch %d, after the first of the last %d forecasts"
                        .formatted(step.getAsInt(), forecast.track().size()))
                : Optional.empty();
    }
}
