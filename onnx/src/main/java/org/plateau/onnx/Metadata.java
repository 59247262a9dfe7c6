package org.plateau.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.provenance.Build;
import org.plateau.formats.json.ArchitectureJson;
import org.plateau.formats.json.PlateauJson;

/**
 * The metadata properties of an ONNX file: texts, and lists as JSON. Those with a general meaning have general names, the others begin
 * with {@code plateau.}.
 */
final class Metadata {
    /** JSON list of the classes' names, in the order of the answers. */
    static final String CLASSES = "classes";

    private static final String OWN = "plateau.";

    private Metadata() {}

    static Map<String, String> of(NetworkCard card, Architecture architecture) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(CLASSES, json(card.classes()));
        properties.put("mean", json(card.preparation().mean()));
        properties.put("spread", json(card.preparation().spread()));
        properties.put("pixel_transform", card.preparation().transform().name().toLowerCase(Locale.ROOT));
        properties.put(OWN + "network", card.network());
        properties.put(OWN + "epoch", number(card.epoch()));
        properties.put(OWN + "fitness_measure", card.fitness().name());
        card.value().ifPresent(value -> properties.put(OWN + "fitness", Double.toString(value)));
        card.checkpoint().ifPresent(hash -> properties.put(OWN + "checkpoint", hash));
        properties.put(OWN + "dataset", card.dataset());
        properties.put(OWN + "dataset_fingerprint", card.fingerprint());
        properties.put(OWN + "architecture", ArchitectureJson.write(architecture));
        properties.put(OWN + "version", Build.current().version());
        return Collections.unmodifiableMap(properties);
    }

    /**
     * The classes that a file's metadata names.
     *
     * @throws OnnxException if it names none
     */
    static List<String> classes(String file, Map<String, String> properties) {
        String text = properties.get(CLASSES);
        if (text == null) {
            throw new OnnxException(
                    "%s has no metadata property \"%s\"; expected a file that Plateau wrote".formatted(file, CLASSES));
        }
        try {
            return List.copyOf(PlateauJson.mapper().readValue(text, new TypeReference<List<String>>() {}));
        } catch (JsonProcessingException e) {
            throw new OnnxException(
                    "%s: its metadata property \"%s\" is no JSON list of texts".formatted(file, CLASSES), e);
        }
    }

    private static String number(double epoch) {
        return epoch == Math.rint(epoch) ? Long.toString((long) epoch) : Double.toString(epoch);
    }

    private static String json(Object value) {
        try {
            return PlateauJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list has no JSON form: " + value, e);
        }
    }
}
