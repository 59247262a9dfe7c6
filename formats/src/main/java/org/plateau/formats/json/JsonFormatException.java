package org.plateau.formats.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;

/** A text that is not the JSON it should be; the message says what was found and what was expected. */
public final class JsonFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JsonFormatException(String message) {
        super(message);
    }

    public JsonFormatException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * What Jackson found wrong, with the field that it found it in.
     *
     * @param what the text is not, such as {@code Not a trail's line}
     */
    public static JsonFormatException of(String what, JsonProcessingException problem) {
        String field = problem instanceof JsonMappingException mapping ? field(mapping) : "";
        return new JsonFormatException(
                field.isEmpty()
                        ? "%s: %s".formatted(what, reason(problem))
                        : "%s, field %s: %s".formatted(what, field, reason(problem)),
                problem);
    }

    private static String field(JsonMappingException problem) {
        return problem.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String reason(JsonProcessingException problem) {
        if (problem instanceof ValueInstantiationException && problem.getCause() != null) {
            // The value's own constructor says it best.
            return String.valueOf(problem.getCause().getMessage());
        }
        String message = problem.getOriginalMessage();
        return message.startsWith("Cannot map `null`") || message.startsWith("Null value for creator property")
                ? "it is missing"
                : message;
    }
}
