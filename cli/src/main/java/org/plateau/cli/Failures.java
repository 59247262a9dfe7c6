package org.plateau.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.plateau.cli.configuration.ConfigurationException;
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
        if (ours(failure)) {
            command.getErr().println("plateau: " + failure.getMessage());
        } else {
            command.getErr().println("plateau: this is a fault of the program, please report it:");
            failure.printStackTrace(command.getErr());
        }
        return failure instanceof ConfigurationException ? WRONG_USAGE : FAILED;
    }

    private static boolean ours(Exception failure) {
        return failure.getMessage() != null
                && (failure.getClass().getName().startsWith("org.plateau.")
                        || failure instanceof IOException
                        || failure instanceof UncheckedIOException);
    }
}
