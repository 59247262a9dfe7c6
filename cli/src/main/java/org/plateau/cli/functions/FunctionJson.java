package org.plateau.cli.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.plateau.formats.json.PlateauJson;
import org.plateau.prediction.function.EvidenceTable;
import org.plateau.prediction.function.ParametricFunction;

/**
 * Functions as other programs read them. A bound that is not there is null.
 *
 * @param evidence on how they did
 */
public record FunctionJson(EvidenceTable evidence) {
    /** All of them, as a list. */
    public String list(List<ParametricFunction> functions) {
        ArrayNode list = PlateauJson.mapper().createArrayNode();
        functions.forEach(function -> list.add(object(function)));
        return list.toPrettyString() + "\n";
    }

    /** One of them, with typical parameters. */
    public String explain(ParametricFunction function, Portrait portrait) {
        ObjectNode object = object(function);
        ArrayNode typical = object.putArray("typical");
        for (Portrait.Line line : portrait.lines()) {
            ObjectNode row = typical.addObject();
            row.put("shape", line.shape().word());
            row.put("horizon", portrait.horizon());
            row.set("coefficients", PlateauJson.mapper().valueToTree(line.coefficients()));
        }
        return object.toPrettyString() + "\n";
    }

    private ObjectNode object(ParametricFunction function) {
        ObjectNode object = PlateauJson.mapper().createObjectNode();
        object.put("name", function.name());
        object.set("aliases", PlateauJson.mapper().valueToTree(function.entry().aliases()));
        object.put("formula", function.formula());
        ArrayNode parameters = object.putArray("parameters");
        function.parameters().forEach(parameter -> {
            ObjectNode row = parameters.addObject();
            row.put("name", parameter.name());
            row.put("meaning", parameter.meaning());
            putFinite(row, "lower", parameter.lower());
            putFinite(row, "upper", parameter.upper());
            row.put("start", parameter.start());
        });
        ArrayNode shapes = object.putArray("shapes");
        function.entry().covers().forEach(shape -> shapes.add(shape.word()));
        object.put("smallest_epoch", function.smallestX());
        object.put("derivatives", function.analytic() ? "analytic" : "central differences");
        object.set("sources", PlateauJson.mapper().valueToTree(function.entry().sources()));
        ArrayNode won = object.putArray("evidence");
        evidence.of(function).forEach(row -> {
            ObjectNode cells = won.addObject();
            cells.put("shape", row.shape().word());
            cells.put("curves", row.curves());
            cells.put("wins", row.wins());
            cells.put("median_error", row.medianError());
        });
        return object;
    }

    private static void putFinite(ObjectNode row, String key, double value) {
        if (Double.isFinite(value)) {
            row.put(key, value);
        } else {
            row.putNull(key);
        }
    }
}
