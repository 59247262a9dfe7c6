package org.plateau.commons;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a PostgreSQL database is, and how it is logged in to.
 *
 * @param url with everything that the user said, a password among it perhaps, so it is in no message
 * @param name the same for messages: host, port, database, and the schema where one is named
 */
record PostgresAddress(String url, String name) {
    static final String PREFIX = "jdbc:postgresql:";

    private static final int PATIENCE_TO_CONNECT = 10;

    /**
     * Reads an address.
     *
     * @throws CommonsException if the driver does not understand it
     */
    static PostgresAddress of(String url) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new CommonsException(
                    "A commons on PostgreSQL is named like jdbc:postgresql://host:5432/database?user=name, which \"%s\" is not"
                            .formatted(withoutQuery(url)));
        }
        String hosts = PGProperty.PG_HOST.getOrDefault(parsed);
        String ports = PGProperty.PG_PORT.getOrDefault(parsed);
        String schema = Optional.ofNullable(PGProperty.CURRENT_SCHEMA.getOrDefault(parsed))
                .map(named -> " (schema " + named + ")")
                .orElse("");
        return new PostgresAddress(
                url,
                "postgresql://%s:%s/%s%s".formatted(hosts, ports, PGProperty.PG_DBNAME.getOrDefault(parsed), schema));
    }

    /** A source of connections; {@code PGUSER} and {@code PGPASSWORD} count where the address names none. */
    PGSimpleDataSource source(Map<String, String> environment) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (source.getUser() == null && environment.containsKey("PGUSER")) {
            source.setUser(environment.get("PGUSER"));
        }
        if (source.getPassword() == null && environment.containsKey("PGPASSWORD")) {
            source.setPassword(environment.get("PGPASSWORD"));
        }
        source.setApplicationName("plateau");
        source.setConnectTimeout(PATIENCE_TO_CONNECT);
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        return source;
    }

    /** Without the part that a password may be in. */
    private static String withoutQuery(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
    }

    /** What messages may show. */
    @Override
    public String toString() {
        return name;
    }
}
