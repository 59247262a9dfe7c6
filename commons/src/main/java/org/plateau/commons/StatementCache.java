package org.plateau.commons;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the prepared statements of one connection: preparing them again costs SQLite more than running them. Not
 * thread-safe, like the connection.
 */
final class StatementCache implements StatementBuilder {
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    /** Jdbi gives a statement back with the text it had before its names were replaced, so the other one is kept. */
    private final IdentityHashMap<Statement, String> texts = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return connection.createStatement();
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement prepared = connection.prepareStatement(sql);
        texts.put(prepared, sql);
        return prepared;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return connection.prepareCall(sql);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        @Nullable String text = texts.get(statement);
        if (text == null || idle.containsKey(text)) {
            texts.remove(statement);
            statement.close();
        } else {
            PreparedStatement prepared = (PreparedStatement) statement;
            prepared.clearParameters();
            prepared.clearBatch();
            idle.put(text, prepared);
        }
    }

    /** Closes all statements. */
    @Override
    public void close(Connection connection) {
        // SQLite's connection closes its statements itself.
        idle.clear();
        texts.clear();
    }
}
