package org.plateau.workflow.reproduction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plateau.core.provenance.Environment;
import org.plateau.workflow.json.WorkflowJson;

/**
 * What is another one where a training was done again.
 *
 * @param what its name, {@code host}, {@code engine_version} …
 * @param recorded values there, more than one where attempts ran in several places; empty text for none
 * @param here value here, empty text for none
 */
public record EnvironmentDifference(String what, List<String> recorded, String here) {
    public EnvironmentDifference {
        recorded = List.copyOf(recorded);
    }

    static List<EnvironmentDifference> between(List<Environment> recorded, Environment here) {
        List<JsonNode> there = recorded.stream()
                .<JsonNode>map(environment -> WorkflowJson.mapper().valueToTree(environment))
                .toList();
        JsonNode now = WorkflowJson.mapper().valueToTree(here);
        Set<String> names = new LinkedHashSet<>();
        there.forEach(environment -> environment.fieldNames().forEachRemaining(names::add));
        now.fieldNames().forEachRemaining(names::add);
        List<EnvironmentDifference> differences = new ArrayList<>();
        for (String name : names) {
            List<String> values = there.stream()
                    .map(environment -> environment.path(name).asText())
                    .distinct()
                    .toList();
            String value = now.path(name).asText();
            if (!values.equals(List.of(value))) {
                differences.add(new EnvironmentDifference(name, values, value));
            }
        }
        return differences;
    }
}
