package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailEntry;

class PostgresOpeningTest {
    @TempDir
    Path folder;

    @Test
    void aServerNeedsAStore() {
        assertThatThrownBy(() -> CommonsPlace.of("jdbc:postgresql://db.lab/plateau?user=ada", Optional.empty()))
                .isInstanceOf(CommonsException.class)
                .hasMessage(
                        "The commons postgresql://db.lab:5432/plateau needs a folder for its record trails: say --store DIR,"
                                + " or set PLATEAU_STORE");
    }

    @Test
    void anAddressThatTheDriverDoesNotUnderstandIsRefusedWithoutItsQuery() {
        assertThatThrownBy(() ->
                        CommonsPlace.of("jdbc:postgresql://db.lab:many/plateau?password=secret", Optional.of(folder)))
                .isInstanceOf(CommonsException.class)
                .hasMessageContaining("jdbc:postgresql://host:5432/database?user=name")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aFileIsAFileWhateverTheStore() {
        assertThat(CommonsPlace.of("plateau.db", Optional.of(folder)))
                .isEqualTo(new CommonsPlace.SqliteFile(Path.of("plateau.db")));
    }

    @Test
    void aServerThatIsNotThereIsNamedAndThePasswordIsNot() {
        CommonsPlace place =
                CommonsPlace.of("jdbc:postgresql://127.0.0.1:1/plateau?user=ada&password=secret", Optional.of(folder));
        assertThatThrownBy(() -> Commons.open(place))
                .isInstanceOf(CommonsException.class)
                .hasMessageStartingWith("postgresql://127.0.0.1:1/plateau cannot be reached")
                .hasMessageNotContaining("secret");
        assertThat(place.name() + place).doesNotContain("secret");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void userAndPasswordMayComeFromTheEnvironment() {
        PostgresAddress silent = PostgresAddress.of("jdbc:postgresql://db.lab/plateau");
        Map<String, String> environment = Map.of("PGUSER", "ada", "PGPASSWORD", "secret");
        assertThat(silent.source(environment).getUser()).isEqualTo("ada");
        assertThat(silent.source(environment).getPassword()).isEqualTo("secret");
        PostgresAddress named = PostgresAddress.of("jdbc:postgresql://db.lab/plateau?user=bob&password=other");
        assertThat(named.source(environment).getUser()).isEqualTo("bob");
        assertThat(named.source(environment).getPassword()).isEqualTo("other");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        String url = begun().text().replaceFirst("(//[^/]*/)[^?]*", "$1no_such_database");
        assertThatThrownBy(() -> Commons.open(CommonsPlace.of(url, Optional.of(folder))))
                .isInstanceOf(CommonsException.class)
                .hasMessageContaining("/no_such_database")
                .hasMessageEndingWith("there is no such database; make it with createdb");
    }

    @Test
    void aSchemaThatIsNotThereIsNamed() {
        String url = begun().text().replaceFirst("currentSchema=.*", "currentSchema=no_such_schema");
        assertThatThrownBy(() -> Commons.open(CommonsPlace.of(url, Optional.of(folder))))
                .isInstanceOf(CommonsException.class)
                .hasMessageContaining("(schema no_such_schema): there is no such schema");
    }

    @Test
    void anotherProgramsSchemaIsRefused() {
        TestCommons place = TestDatabase.POSTGRESQL.commons(folder);
        TestSchemas.execute(place.url(), "CREATE TABLE cats (name TEXT)");
        assertThatThrownBy(place::open)
                .isInstanceOf(CommonsException.class)
                .hasMessageContaining("has other tables, but no commons");
    }

    @Test
    void aCommonsOfANewerPlateauIsRefused() {
        TestCommons place = begun();
        TestSchemas.execute(place.url(), "UPDATE schema_version SET version = 99");
        assertThatThrownBy(place::open)
                .isInstanceOf(CommonsException.class)
                .hasMessageEndingWith("was written by a newer Plateau: its schema is 99, and this one knows up to %d"
                        .formatted(Schema.VERSION));
    }

    @Test
    void aUserWhoMayNotWriteIsTold() {
        TestCommons place = begun();
        String readOnly = place.text() + "&options=-c%20default_transaction_read_only%3Don";
        try (CommonsStore commons = Commons.open(CommonsPlace.of(readOnly, Optional.of(place.store())))) {
            assertThatThrownBy(() -> commons.record(SampleTrails.completed("aa11")))
                    .isInstanceOf(CommonsException.class)
                    .hasMessageContaining("cannot be written");
            assertThat(place.trail("aa11")).doesNotExist();
        }
    }

    @Test
    void connectionsThatTheServerClosedAreReplaced() {
        List<TrailEntry> entries = SampleTrails.completed("aa11");
        TestCommons place = TestDatabase.POSTGRESQL.commons(folder);
        String marked = place.text() + "&ApplicationName=marked";
        try (CommonsStore commons = place.open()) {
            commons.record(entries.subList(0, 9));
            TestSchemas.execute(marked, """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE application_name = 'plateau' AND pid <> pg_backend_pid()
                    """);
            try {
                commons.record(entries);
            } catch (CommonsException e) {
                assertThat(e).hasMessageContaining("cannot be reached, or went away");
            }
            commons.record(entries);
            assertThat(commons.trail("aa11")).isEqualTo(entries);
        }
    }

    private TestCommons begun() {
        TestCommons place = TestDatabase.POSTGRESQL.commons(folder);
        place.open().close();
        return place;
    }
}
