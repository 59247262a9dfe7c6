package org.plateau.prediction.replay;

/** A function has the name of another row of an evaluation. */
public class RowNameTakenException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RowNameTakenException(String name) {
        super("The name \"%s\" is that of another row, expected one that is not".formatted(name));
    }
}
