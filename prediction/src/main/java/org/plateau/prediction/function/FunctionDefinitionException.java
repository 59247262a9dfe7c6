package org.plateau.prediction.function;

/**
 * A function that a user wrote cannot be used. The message names the key of its definition, what was found there and
 * what was expected.
 */
public final class FunctionDefinitionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Characters of a text that are shown. */
    private static final int LONGEST = 80;

    FunctionDefinitionException(String key, Object found, String expected) {
        super("%s: found %s, expected %s".formatted(key, shown(found), expected));
    }

    private static Object shown(Object found) {
        return found instanceof String text ? '"' + shortened(text) + '"' : found;
    }

    /** The text, or its beginning where it is long. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
