package org.plateau.commons;

import java.nio.file.Path;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in a sentence what SQLite's error codes mean to the owner of a commons. */
final class SqliteFailure {
    private static final int PRIMARY_CODE = 0xff;

    private SqliteFailure() {}

    static CommonsException explained(Path file, JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return new CommonsException(sentence(file, sqlite), failure);
            }
        }
        return new CommonsException("Cannot use %s: %s".formatted(file, failure.getMessage()), failure);
    }

    private static String sentence(Path file, SQLiteException failure) {
        int code = failure.getResultCode().code & PRIMARY_CODE;
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
