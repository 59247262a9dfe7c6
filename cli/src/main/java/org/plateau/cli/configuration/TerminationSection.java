package org.plateau.cli.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.rule.RuleSettings;

/**
 * The key {@code termination}: a preset's name ({@code plateau}, {@code penguin}, {@code a4nn}, {@code none}), or a mapping
 * of {@code engine} and {@code rules}.
 */
public record TerminationSection(PredictionSettings settings) {
    static TerminationSection standard() {
        return new TerminationSection(PredictionSettings.plateau());
    }

    /** The long form. */
    record Parts(String engine, List<RuleSettings> rules) {
        Parts {
            new PredictionSettings(engine, rules);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TerminationSection of(JsonNode node) {
        if (node.isTextual()) {
            return new TerminationSection(PredictionSettings.preset(node.textValue()));
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException(
                    "expected a preset's name or a mapping of engine and rules, but found " + node);
        }
        Parts parts = ConfigurationMapper.convert(node, Parts.class);
        return new TerminationSection(new PredictionSettings(parts.engine(), parts.rules()));
    }

    @JsonValue
    Parts parts() {
        return new Parts(settings.engine(), settings.rules());
    }
}
