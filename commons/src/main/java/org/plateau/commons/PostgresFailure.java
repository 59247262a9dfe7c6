package org.plateau.commons;

import java.sql.SQLException;
import java.util.Optional;

/** Says in a sentence what PostgreSQL's error codes (its manual, appendix A) mean to the owner of a commons. */
final class PostgresFailure {
    private PostgresFailure() {}

    static CommonsException explained(String database, RuntimeException failure) {
        String sentence = cause(failure).map(cause -> sentence(database, cause)).orElseGet(() -> "Cannot use %s: %s"
                .formatted(database, failure.getMessage()));
        return new CommonsException(sentence, failure);
    }

    /** The innermost one that has a code: a pool wraps what the server said. */
    private static Optional<SQLException> cause(RuntimeException failure) {
        Optional<SQLException> found = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                found = Optional.of(sql);
            }
        }
        return found;
    }

    private static String sentence(String database, SQLException failure) {
        String code = String.valueOf(failure.getSQLState());
        String said = String.valueOf(failure.getMessage());
        if (code.equals("53100")) {
            return "The disk of %s is full; nothing was recorded".formatted(database);
        }
        if (code.equals("55P03")) {
            return "%s is being written by another process for too long; nothing was recorded".formatted(database);
        }
        if (code.equals("3D000")) {
            return "%s: there is no such database; make it with createdb".formatted(database);
        }
        if (code.startsWith("28")) {
            return "%s does not let this user in: %s".formatted(database, said);
        }
        if (code.equals("42501") || code.equals("25006")) {
            return "%s cannot be written; a commons needs a schema that its user owns (%s)".formatted(database, said);
        }
        if (code.startsWith("XX00")) {
            return "%s is damaged (%s); `plateau commons rebuild` makes it again from the record trails in its store"
                    .formatted(database, said);
        }
        if (code.startsWith("08") || code.startsWith("57P")) {
            return "%s cannot be reached, or went away: %s".formatted(database, said);
        }
        return "Cannot use %s: %s".formatted(database, said);
    }
}
