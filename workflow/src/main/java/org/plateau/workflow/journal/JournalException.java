package org.plateau.workflow.journal;

/** A journal that cannot be read or written; the message names the file and, where there is one, the line. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
