package org.plateau.formats.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plateau.core.trail.Annotation;
import org.plateau.formats.json.JsonFormatException;
import org.plateau.formats.json.PlateauJson;

/** One line of {@code annotations.jsonl}: an annotation as a JSON object with the version of the form. */
public final class AnnotationLine {
    /** Version of the form that is written. */
    public static final int VERSION = 1;

    private static final String VERSION_FIELD = "version";

    private AnnotationLine() {}

    /** The annotation as one line, without its end. */
    public static String write(Annotation annotation) {
        ObjectNode line = PlateauJson.mapper().createObjectNode();
        line.put(VERSION_FIELD, VERSION);
        line.setAll((ObjectNode) PlateauJson.mapper().valueToTree(annotation));
        return line.toString();
    }

    /**
     * Reads a line.
     *
     * @throws JsonFormatException if it is not whole, not JSON, of a newer version, or not a sound annotation
     */
    public static Annotation read(String text) {
        try {
            JsonNode line = PlateauJson.mapper().readTree(text);
            if (!(line instanceof ObjectNode object)) {
                throw new JsonFormatException("An annotation must be a JSON object");
            }
            int version = object.path(VERSION_FIELD).asInt();
            if (version < 1 || version > VERSION) {
                throw new JsonFormatException("An annotation must have version 1 to %d, but had %s"
                        .formatted(VERSION, object.path(VERSION_FIELD)));
            }
            object.remove(VERSION_FIELD);
            return PlateauJson.mapper().treeToValue(object, Annotation.class);
        } catch (JsonProcessingException e) {
            throw JsonFormatException.of("Not an annotation", e);
        }
    }
}
