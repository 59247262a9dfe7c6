package org.plateau.search.pareto;

/** Costs that cannot be costs, or cannot be compared: none, one that is no finite number, different numbers of them. */
public final class ParetoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ParetoException(String message) {
        super(message);
    }
}
