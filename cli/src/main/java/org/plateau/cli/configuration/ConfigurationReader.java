package org.plateau.cli.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plateau.prediction.UnknownNameException;

/** Reads a search's configuration file and writes the resolved one. */
public final class ConfigurationReader {
    private ConfigurationReader() {}

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if it is not there, no YAML, or has a key or value that is not expected
     */
    public static SearchFile read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("There is no file " + file + "; expected a search's configuration", e);
        } catch (IOException e) {
            throw new ConfigurationException("Cannot read %s: %s".formatted(file, e), e);
        }
        JsonNode tree = MissingNode.getInstance();
        try {
            tree = ConfigurationMapper.mapper().readTree(text);
            if (!tree.isObject()) {
                throw new ConfigurationException(file + ": expected a mapping of keys, but found "
                        + (tree.isMissingNode()
                                ? "nothing"
                                : tree.getNodeType().name().toLowerCase(Locale.ROOT)));
            }
            return ConfigurationMapper.mapper().treeToValue(tree, SearchFile.class);
        } catch (JsonMappingException e) {
            throw new ConfigurationException(file + ": " + explain(e, tree), e);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(
                    "%s, line %d: no YAML: %s"
                            .formatted(file, e.getLocation().getLineNr(), firstLine(e.getOriginalMessage())),
                    e);
        }
    }

    /** The text of a resolved file, which {@link #read} reads again. */
    public static String write(SearchFile resolved) {
        try {
            return ConfigurationMapper.mapper().writeValueAsString(resolved);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException("The configuration has no YAML form: " + e.getOriginalMessage(), e);
        }
    }

    private static String explain(JsonMappingException e, JsonNode tree) {
        String key = key(e);
        if (e instanceof UnrecognizedPropertyException unknown) {
            String parent = key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : "";
            return new UnknownNameException(
                                    "key",
                                    unknown.getPropertyName(),
                                    unknown.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .toList())
                            .getMessage()
                    + (parent.isEmpty() ? "" : " (in " + parent + ")");
        }
        if (e instanceof InvalidTypeIdException kind) {
            return kind.getTypeId() == null
                    ? key + ".kind is missing; expected one of " + knownKinds(kind)
                    : "%s.kind: found \"%s\", expected one of %s".formatted(key, kind.getTypeId(), knownKinds(kind));
        }
        if (e instanceof ValueInstantiationException broken && broken.getCause() != null) {
            String reason = String.valueOf(broken.getCause().getMessage());
            return key.isEmpty() ? reason : key + ": " + reason;
        }
        if (e instanceof InvalidFormatException format) {
            return "%s: found \"%s\", expected %s".formatted(key, format.getValue(), expected(format));
        }
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch(key, mismatch, found(e, tree));
        }
        return key + ": " + firstLine(e.getOriginalMessage());
    }

    private static String mismatch(String key, MismatchedInputException e, String found) {
        String message = firstLine(e.getOriginalMessage());
        if (message.startsWith("Missing required creator property")
                || message.contains("Null value for creator property")) {
            return key + " is missing";
        }
        return "%s: found %s, expected %s".formatted(key, found, expected(e));
    }

    private static String expected(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of "
                    + java.util.Arrays.stream(type.getEnumConstants())
                            .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        String name = type.getSimpleName();
        if (name.matches("(Optional)?(int|Int|Integer|long|Long)")) {
            return "a whole number";
        }
        if (name.matches("(Optional)?(double|Double)")) {
            return "a number";
        }
        if (name.equals("String") || name.equals("Path")) {
            return "a text";
        }
        if (name.equals("Boolean")) {
            return "true or false";
        }
        return name.endsWith("List") ? "a list" : "a mapping of keys";
    }

    private static String knownKinds(InvalidTypeIdException e) {
        Class<?> base = e.getBaseType().getRawClass();
        return KindNames.of(base);
    }

    /** What stands in the file at the place of the error. */
    private static String found(JsonMappingException e, JsonNode tree) {
        JsonNode node = tree;
        for (JsonMappingException.Reference step : e.getPath()) {
            node = step.getFieldName() != null ? node.path(step.getFieldName()) : node.path(step.getIndex());
        }
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    private static String key(JsonMappingException e) {
        StringBuilder key = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                key.append(key.isEmpty() ? "" : ".").append(step.getFieldName());
            } else if (step.getIndex() >= 0) {
                key.append('[').append(step.getIndex() + 1).append(']');
            }
        }
        return key.toString();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
