package org.plateau.cli.configuration;

/** A value that a section of the configuration cannot have; the message names its key in the section. */
final class UnexpectedValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param key name in its section, empty for the section itself
     * @param found as it stands in the file
     * @param expected what could stand there
     */
    UnexpectedValueException(String key, Object found, String expected) {
        super("%s: found %s, expected %s".formatted(key, shown(found), expected));
    }

    /** A value that is not there but must be. */
    UnexpectedValueException(String key, String expected) {
        super("%s: missing, expected %s".formatted(key, expected));
    }

    private static Object shown(Object found) {
        return found instanceof String ? "\"" + found + "\"" : found;
    }
}
