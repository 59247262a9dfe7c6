package org.plateau.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.plateau.formats.json.PlateauJson;
import org.plateau.workflow.reproduction.Comparison;

/** Prints a training beside the same one done again. */
public final class ReproductionOutput {
    private ReproductionOutput() {}

    /** The whole comparison as one JSON object. */
    public static String json(Comparison comparison) {
        ObjectNode object = PlateauJson.mapper().createObjectNode();
        object.put("identical", comparison.identical());
        object.setAll(PlateauJson.mapper().<ObjectNode>valueToTree(comparison));
        return object.toPrettyString() + "\n";
    }

    public static String text(Comparison comparison) {
        StringBuilder text = new StringBuilder("network %s, epochs %d to %d, trained again as %s: %s\n"
                .formatted(
                        comparison.network(),
                        comparison.firstEpoch(),
                        comparison.lastEpoch(),
                        comparison.reproduction(),
                        comparison.identical() ? "identical" : "not identical"));
        text.append(weights(comparison));
        comparison.otherEnding().ifPresent(ending -> text.append(ending).append('\n'));
        if (!comparison.differences().isEmpty()) {
            text.append('\n').append(measures(comparison));
        }
        text.append(
                comparison.environment().isEmpty()
                        ? "The environment is the same\n"
                        : "\nWhat differs in the environment\n" + environment(comparison));
        return text.toString();
    }

    private static String weights(Comparison comparison) {
        if (comparison.weightsCompared() == 0) {
            return "Weights could not be compared: there are no hashes of checkpoints\n";
        }
        return comparison.otherWeights().isEmpty()
                ? "The weights are the same after all %d epochs\n".formatted(comparison.weightsCompared())
                : "The weights are others after %d of %d epochs, first after epoch %s\n"
                        .formatted(
                                comparison.otherWeights().size(),
                                comparison.weightsCompared(),
                                Rows.shown(comparison.otherWeights().get(0)));
    }

    private static String measures(Comparison comparison) {
        Rows rows = new Rows(List.of("epoch", "measure", "recorded", "reproduced", "difference"));
        for (Comparison.MeasureDifference difference : comparison.differences()) {
            double recorded = difference.recorded().orElse(Double.NaN);
            double reproduced = difference.reproduced().orElse(Double.NaN);
            rows.add(List.of(
                    difference.epoch(),
                    difference.measure(),
                    difference.recorded().map(Object::toString).orElse("none"),
                    difference.reproduced().map(Object::toString).orElse("none"),
                    reproduced - recorded));
        }
        return rows.text(Rows.Format.TABLE);
    }

    private static String environment(Comparison comparison) {
        Rows rows = new Rows(List.of("what", "recorded", "here"));
        comparison
                .environment()
                .forEach(difference -> rows.add(List.of(
                        difference.what(),
                        difference.recorded().stream()
                                .map(value -> value.isEmpty() ? "none" : value)
                                .collect(Collectors.joining(" and ")),
                        difference.here().isEmpty() ? "none" : difference.here())));
        return rows.text(Rows.Format.TABLE);
    }
}
