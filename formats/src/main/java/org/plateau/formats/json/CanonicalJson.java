package org.plateau.formats.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** JSON that is the same text for the same value: object keys sorted, no white space, shortest numbers. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The canonical text of any value that {@link PlateauJson} can write. */
    public static String text(Object value) {
        JsonNode tree = sorted(PlateauJson.mapper().valueToTree(value));
        try {
            return PlateauJson.mapper().writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A value of " + value.getClass() + " has no JSON form", e);
        }
    }

    /** SHA-256 of the canonical text, in hexadecimal. */
    public static String hash(Object value) {
        return Sha256.of(text(value).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Map<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return PlateauJson.mapper().createObjectNode().setAll(fields);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = PlateauJson.mapper().createArrayNode();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }
}
