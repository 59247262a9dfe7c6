package org.plateau.prediction.function;

/** A function was to have a name that another one has in the index. */
public final class NameTakenException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NameTakenException(String name, ParametricFunction other) {
        super("The name \"%s\" is taken by the function %s: %s".formatted(name, other.name(), other.formula()));
    }
}
