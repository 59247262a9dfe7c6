package org.plateau.prediction.function;

/** A table of evidence that cannot be read; the message names file and line, what stands there and what was expected. */
public final class EvidenceFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvidenceFormatException(String file, int line, String found, String expected) {
        super(message(file, line, found, expected));
    }

    EvidenceFormatException(String file, int line, String found, String expected, Throwable cause) {
        super(message(file, line, found, expected), cause);
    }

    private static String message(String file, int line, String found, String expected) {
        return "%s, line %d: found \"%s\", expected %s".formatted(file, line, found, expected);
    }
}
