package org.plateau.commons;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of a commons and their migrations: the same numbers in every dialect. */
final class Schema {
    /** The newest migration. */
    static final int VERSION = 3;

    private Schema() {}

    /**
     * Runs the migrations that are missing, each in a transaction.
     *
     * @throws FlywayException if one of them fails
     */
    static void migrate(DataSource source, Dialect dialect) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:org/plateau/commons/migrations/" + dialect.folder())
                .failOnMissingLocations(true)
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
