package org.plateau.commons;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A commons in a PostgreSQL schema. Processes of any hosts may use it together, if they see the same store. Connections come
 * from a pool, which replaces those that a server's restart has closed.
 */
final class PostgresDatabase implements Database {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_FOR_A_CONNECTION = Duration.ofSeconds(15);
    private static final int CONNECTIONS = 8;

    private final PostgresAddress address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private PostgresDatabase(PostgresAddress address, HikariDataSource pool) {
        this.address = address;
        this.pool = pool;
        this.jdbi = Dialect.POSTGRESQL.spokenBy(Jdbi.create(pool));
    }

    /**
     * Connects, and makes or migrates the tables where that is needed.
     *
     * @param environment variables of the process
     */
    static PostgresDatabase open(PostgresAddress address, Map<String, String> environment) {
        DataSource source = address.source(environment);
        translating(address, () -> {
            new PostgresSchema(address, source).bringUpToDate();
            return address;
        });
        HikariConfig config = new HikariConfig();
        config.setPoolName("plateau");
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(PATIENCE_FOR_A_CONNECTION.toMillis());
        return new PostgresDatabase(address, new HikariDataSource(config));
    }

    @Override
    public String name() {
        return address.name();
    }

    /**
     * Waits for the schema's advisory lock first, which ends with the transaction. What is read after that cannot change before
     * this writes, because each statement sees what was committed before it.
     */
    @Override
    public synchronized <T> T write(Function<Handle, T> work) {
        return translating(
                address,
                () -> jdbi.inTransaction(handle -> {
                    handle.execute("SET LOCAL lock_timeout = " + PATIENCE.toMillis());
                    handle.createQuery(PostgresSchema.WRITERS_LOCK).mapToMap().list();
                    return work.apply(handle);
                }));
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return translating(
                address,
                () -> jdbi.inTransaction(handle -> {
                    handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
                    return work.apply(handle);
                }));
    }

    @Override
    public void close() {
        pool.close();
    }

    private static <T> T translating(PostgresAddress address, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw PostgresFailure.explained(address.name(), e);
        }
    }
}
