package org.plateau.commons;

import java.nio.file.Path;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in a sentence what SQLite's error codes mean to the owner of a commons. */
final class SqliteFailure {
    private static final int PRIMARY_CODE = 0xff;

    private SqliteFailure() {}

    static CommonsException explained(Path file, RuntimeException failure) {
        String sentence = cause(failure).map(cause -> sentence(file, cause)).orElseGet(() -> "Cannot use %s: %s"
                .formatted(file, failure.getMessage()));
        return new CommonsException(sentence, failure);
    }

    /** Whether the file is not, or no longer, a database. */
    static boolean isDamage(RuntimeException failure) {
        return cause(failure)
                .map(SqliteFailure::code)
                .filter(code ->
                        code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code)
                .isPresent();
    }

    private static Optional<SQLiteException> cause(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return Optional.of(sqlite);
            }
        }
        return Optional.empty();
    }

    private static int code(SQLiteException failure) {
        return failure.getResultCode().code & PRIMARY_CODE;
    }

    private static String sentence(Path file, SQLiteException failure) {
        int code = code(failure);
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "The disk of %s is full; nothing was recorded".formatted(file);
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code) {
            return "%s is being written by another process for too long; nothing was recorded".formatted(file);
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return "%s is no SQLite database".formatted(file);
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return "%s is damaged (%s); `plateau commons rebuild` makes it again from the record trails beside it"
                    .formatted(file, failure.getMessage());
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return "%s cannot be written; a commons needs write access to its file and folder (%s)"
                    .formatted(file, failure.getMessage());
        }
        return "Cannot use %s: %s".formatted(file, failure.getMessage());
    }
}
