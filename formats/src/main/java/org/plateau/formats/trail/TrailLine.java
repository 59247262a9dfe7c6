package org.plateau.formats.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plateau.core.trail.TrailEntry;
import org.plateau.formats.json.JsonFormatException;
import org.plateau.formats.json.PlateauJson;

/** One line of a record trail: an entry as a JSON object with the version of the form. */
public final class TrailLine {
    /** Version of the form that is written. */
    public static final int VERSION = 2;

    private static final String VERSION_FIELD = "version";

    private TrailLine() {}

    /** The entry as one line, without its end. */
    public static String write(TrailEntry entry) {
        ObjectNode line = PlateauJson.mapper().createObjectNode();
        line.put(VERSION_FIELD, VERSION);
        line.setAll((ObjectNode) PlateauJson.mapper().valueToTree(entry));
        try {
            return PlateauJson.mapper().writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new JsonFormatException("A trail entry has no JSON form: " + entry, e);
        }
    }

    /**
     * Reads a line.
     *
     * @throws JsonFormatException if it is not whole, not JSON, of a newer version, or not a sound entry
     */
    public static TrailEntry read(String text) {
        try {
            JsonNode line = PlateauJson.mapper().readTree(text);
            if (!(line instanceof ObjectNode object)) {
                throw new JsonFormatException("A trail's line must be a JSON object");
            }
            int version = object.path(VERSION_FIELD).asInt();
            if (version < 1 || version > VERSION) {
                throw new JsonFormatException("A trail's line must have version 1 to %d, but had %s"
                        .formatted(VERSION, object.path(VERSION_FIELD)));
            }
            object.remove(VERSION_FIELD);
            return PlateauJson.mapper().treeToValue(object, TrailEntry.class);
        } catch (JsonProcessingException e) {
            throw JsonFormatException.of("Not a trail's line", e);
        }
    }
}
