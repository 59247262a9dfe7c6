package org.plateau.formats.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Node;

/** The architecture graph as a JSON document of its own, with schema name and version. */
public final class ArchitectureJson {
    /** Name of the schema, in the document's field {@code schema}. */
    public static final String SCHEMA = "plateau/architecture";

    /** Version of the schema that is written. */
    public static final int VERSION = 1;

    private ArchitectureJson() {}

    public static String write(Architecture architecture) {
        ObjectNode document = PlateauJson.mapper().createObjectNode();
        document.put("schema", SCHEMA).put("version", VERSION);
        document.setAll((ObjectNode) PlateauJson.mapper().valueToTree(architecture));
        return document.toString();
    }

    /**
     * Reads a document.
     *
     * @throws JsonFormatException if it is no JSON, another schema, a newer version, or no sound graph
     */
    public static Architecture read(String text) {
        try {
            JsonNode document = PlateauJson.mapper().readTree(text);
            if (!(document instanceof ObjectNode object)) {
                throw new JsonFormatException("An architecture must be a JSON object");
            }
            String schema = object.path("schema").asText("");
            int version = object.path("version").asInt();
            if (!SCHEMA.equals(schema) || version < 1 || version > VERSION) {
                throw new JsonFormatException(
                        "An architecture's schema must be %s with version 1 to %d, but was \"%s\" with version %s"
                                .formatted(SCHEMA, VERSION, schema, object.path("version")));
            }
            ObjectNode fields = object.deepCopy();
            fields.remove(List.of("schema", "version"));
            return PlateauJson.mapper().treeToValue(fields, Architecture.class);
        } catch (JsonProcessingException e) {
            throw JsonFormatException.of("Not an architecture", e);
        }
    }

    /**
     * SHA-256 of what the graph computes: layers, connections and input shape, in the order of the nodes. The names of
     * nodes do not count.
     */
    public static String contentHash(Architecture architecture) {
        Map<String, String> numbers = new HashMap<>();
        numbers.put(Architecture.INPUT, Architecture.INPUT);
        List<Node> renamed = new ArrayList<>();
        for (Node node : architecture.nodes()) {
            String number = Integer.toString(renamed.size());
            renamed.add(new Node(
                    number,
                    node.layer(),
                    node.inputs().stream().map(numbers::get).toList()));
            numbers.put(node.name(), number);
        }
        return CanonicalJson.hash(new Architecture(architecture.input(), renamed));
    }
}
