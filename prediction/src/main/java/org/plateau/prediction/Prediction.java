package org.plateau.prediction;

import org.plateau.prediction.rule.BeforeTheRateFalls;
import org.plateau.prediction.rule.Converged;
import org.plateau.prediction.rule.FirstStop;

/**
 * An engine and the rule that judges its forecasts: what stands beside every training.
 *
 * @param engine that forecasts
 * @param rule that judges
 */
public record Prediction(PredictionEngine engine, Rule rule) {
    /**
     * What the settings describe; the engine remembers as many forecasts as the rules want to see. With Plateau's engine
     * {@code converged} waits until the learning rate has fallen, see {@link BeforeTheRateFalls}; with the published ones it
     * does as published.
     */
    public static Prediction of(PredictionSettings settings) {
        boolean published = !settings.engine().equals(Engines.PLATEAU);
        Rule rule = new FirstStop(settings.rules().stream()
                .map(one -> one instanceof Converged && !published ? new BeforeTheRateFalls(one) : one)
                .toList());
        return new Prediction(Engines.named(settings.engine(), rule.memory(), settings.index()), rule);
    }

    /** See {@link PredictionEngine#forecast}. */
    public Forecast forecast(Observation observation, History history) {
        return engine.forecast(observation, history);
    }

    /** See {@link Rule#judge}. */
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        return rule.judge(observation, forecast, peers);
    }
}
