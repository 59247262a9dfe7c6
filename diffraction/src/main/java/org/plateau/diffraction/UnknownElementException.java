package org.plateau.diffraction;

import java.io.Serial;

/** An atom is of an element for which there are no form-factor coefficients. */
public final class UnknownElementException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownElementException(String symbol) {
        super("No X-ray form factor for element \"" + symbol + "\"; expected one of " + Element.known());
    }

    private UnknownElementException(String message, UnknownElementException cause) {
        super(message, cause);
    }

    /** The same with the place of the atom before it. */
    UnknownElementException at(String where) {
        return new UnknownElementException(where + ": " + getMessage(), this);
    }
}
