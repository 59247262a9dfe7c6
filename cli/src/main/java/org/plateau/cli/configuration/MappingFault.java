package org.plateau.cli.configuration;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.plateau.prediction.UnknownNameException;

/**
 * Says in one line why a tree is no configuration: the key, what was found there and what was expected.
 *
 * @param exception as Jackson throws it
 * @param tree the whole file
 */
record MappingFault(JsonMappingException exception, JsonNode tree) {
    /** Characters of a value that are shown. */
    private static final int LONGEST = 80;

    private static final String EXPECTED_SECTION = "a mapping of keys";

    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("int", "a whole number"),
            Map.entry("Integer", "a whole number"),
            Map.entry("OptionalInt", "a whole number"),
            Map.entry("long", "a whole number"),
            Map.entry("OptionalLong", "a whole number"),
            Map.entry("double", "a number"),
            Map.entry("OptionalDouble", "a number"),
            Map.entry("String", "a text"),
            Map.entry("Path", "a text"),
            Map.entry("Boolean", "true or false"),
            Map.entry("List", "a list"),
            Map.entry("ArrayList", "a list"),
            Map.entry("ExplorationSection", "none, or a mapping of first, share and novelty"),
            Map.entry("FinalistsSection", "none, or a mapping of improvement and share"),
            Map.entry("TerminationSection", "a preset's name or a mapping of engine and rules"));

    String text() {
        if (exception instanceof UnrecognizedPropertyException unknown) {
            return at(parent(), unknown(unknown));
        }
        if (exception instanceof InvalidTypeIdException kind && found().isObject()) {
            String known = "one of " + KindNames.of(kind.getBaseType().getRawClass());
            return at(
                    key(),
                    kind.getTypeId() == null
                            ? "kind: missing, expected " + known
                            : "kind: found \"%s\", expected %s".formatted(kind.getTypeId(), known));
        }
        if (exception instanceof ValueInstantiationException broken && broken.getCause() != null) {
            return at(key(), String.valueOf(broken.getCause().getMessage()));
        }
        if (found().isMissingNode() || found().isNull()) {
            return key() + ": missing, expected " + expected();
        }
        return "%s: found %s, expected %s".formatted(key(), shown(found()), expected());
    }

    private static String unknown(UnrecognizedPropertyException unknown) {
        List<String> known = unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .toList();
        return String.valueOf(new UnknownNameException("key", unknown.getPropertyName(), known).getMessage());
    }

    /** The messages of sections begin with a key of theirs and a colon where they are about one. */
    private static String at(String key, String message) {
        if (key.isEmpty()) {
            return message;
        }
        String separator = message.matches("(?s)[a-z][a-z0-9-]*(\\[\\d+])?(\\.[a-z-]+)?: .*")
                ? "."
                : message.startsWith(":") ? "" : ": ";
        return key + separator + message;
    }

    private String expected() {
        if (exception.getCause() instanceof InputCoercionException tooLarge) {
            return EXPECTED.getOrDefault(tooLarge.getTargetType().getSimpleName(), "a smaller number")
                    + " that is not so large";
        }
        Class<?> type = exception instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == null) {
            return EXPECTED_SECTION;
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return EXPECTED.getOrDefault(type.getSimpleName(), EXPECTED_SECTION);
    }

    /** What stands in the file at the place of the fault. */
    private JsonNode found() {
        JsonNode node = tree;
        for (JsonMappingException.Reference step : exception.getPath()) {
            node = step.getFieldName() != null ? node.path(step.getFieldName()) : node.path(step.getIndex());
        }
        return node;
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private String key() {
        StringBuilder key = new StringBuilder();
        for (JsonMappingException.Reference step : exception.getPath()) {
            if (step.getFieldName() != null) {
                key.append(key.isEmpty() ? "" : ".").append(step.getFieldName());
            } else if (step.getIndex() >= 0) {
                key.append('[').append(step.getIndex() + 1).append(']');
            }
        }
        return key.toString();
    }

    private String parent() {
        String key = key();
        return key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : "";
    }
}
