package org.plateau.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.plateau.cli.configuration.ConfigurationException;
import org.plateau.commons.query.QueryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says in one line what went wrong. What Plateau's own exceptions say is meant for the user; anything else is a fault of
 * the program, and its trace helps to mend it.
 */
final class Failures implements IExecutionExceptionHandler {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int INTERRUPTED = 130;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        return tell(failure, command.getErr());
    }

    /** Tells it and returns the exit code that belongs to it. */
    static int tell(Exception failure, PrintWriter messages) {
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            // Alone, the message of many of these is only the name of a file.
            messages.println("plateau: " + failure);
        } else if (failure.getClass().getName().startsWith("org.plateau.") && failure.getMessage() != null) {
            messages.println("plateau: " + failure.getMessage());
        } else {
            messages.println("plateau: this is a fault of the program, please report it:");
            failure.printStackTrace(messages);
        }
        messages.flush();
        return failure instanceof ConfigurationException || failure instanceof QueryException ? WRONG_USAGE : FAILED;
    }
}
