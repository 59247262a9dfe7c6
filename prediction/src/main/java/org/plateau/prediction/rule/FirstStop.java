package org.plateau.prediction.rule;

import java.util.List;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Rule;
import org.plateau.prediction.Verdict;

/** Several rules in order: the first that stops decides, and its verdict says which it was. */
public record FirstStop(List<? extends Rule> rules) implements Rule {
    public FirstStop {
        rules = List.copyOf(rules);
    }

    @Override
    public String name() {
        return "first-stop";
    }

    @Override
    public int memory() {
        return rules.stream().mapToInt(Rule::memory).max().orElse(1);
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        String reason = "No rule is set";
        for (Rule rule : rules) {
            Verdict verdict = rule.judge(observation, forecast, peers);
            if (verdict instanceof Verdict.Stop) {
                return verdict;
            }
            reason = verdict.reason();
        }
        return new Verdict.Continue(reason);
    }
}
