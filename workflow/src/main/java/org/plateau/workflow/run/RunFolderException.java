package org.plateau.workflow.run;

/** A run folder that cannot be used; the message names the path, what was found and what was expected. */
public final class RunFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunFolderException(String message) {
        super(message);
    }

    public RunFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
