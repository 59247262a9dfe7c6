package org.plateau.prediction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.Fitness;

/** What a rule says of a training: go on, or stop and why. */
public sealed interface Verdict {
    /** One sentence. */
    String reason();

    /** The training goes on. */
    record Continue(String reason) implements Verdict {}

    /**
     * The training ends here.
     *
     * @param rule that decided
     * @param reason one sentence with the numbers that matter
     * @param evidence numbers behind the sentence, by name
     * @param fitness what the searcher is told; empty where the training has no fitness worth telling (diverged)
     */
    record Stop(String rule, String reason, Map<String, Double> evidence, Optional<Fitness> fitness)
            implements Verdict {
        public Stop {
            evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        }
    }
}
