package org.plateau.search;

/** A searcher that was used against its contract: told about an unknown ask, restored from a state that is none. */
public final class SearcherException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SearcherException(String message) {
        super(message);
    }
}
