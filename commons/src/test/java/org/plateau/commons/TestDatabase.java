package org.plateau.commons;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** The databases that the same tests run on. */
enum TestDatabase {
    SQLITE,
    /** The server that {@code PLATEAU_TEST_POSTGRES} names; every commons has a schema of its own there. */
    POSTGRESQL;

    static final String VARIABLE = "PLATEAU_TEST_POSTGRES";

    /** The server, if there is one. */
    static Optional<String> server() {
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(url -> !url.isBlank());
    }

    /** A commons that nobody has begun yet, with its store in a folder; the test is skipped where there is no such database. */
    TestCommons commons(Path folder, String name) {
        if (this == SQLITE) {
            return TestCommons.sqlite(folder, name);
        }
        Optional<String> server = server();
        assumeTrue(
                server.isPresent(),
                "Skipped: %s names no PostgreSQL server (jdbc:postgresql://host/database?user=name); .ci/postgres COMMAND starts one"
                        .formatted(VARIABLE));
        return TestCommons.postgres(server.get(), folder, name);
    }

    /** One called {@code plateau}. */
    TestCommons commons(Path folder) {
        return commons(folder, "plateau");
    }
}
