package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailEntry;

/** Small disks below the server's tables, and below the store. Needs a server on this machine and a user who may mount. */
class PostgresFullDiskTest {
    private static final List<TrailEntry> ENTRIES = SampleTrails.completed("aa11");

    @TempDir
    Path folder;

    @Test
    void whereTheServersDiskGetsFullNothingIsHalfRecordedAndSpaceHelps() throws Exception {
        TestCommons plain = TestDatabase.POSTGRESQL.commons(folder);
        Path disk = Files.createTempDirectory(Path.of("/tmp"), "plateau-full-disk");
        Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwxr-xr-x"));
        assumeTrue(SmallDisk.mount(disk, "8m"), "This user cannot mount");
        String space = plain.url().replaceFirst(".*currentSchema=", "space_of_");
        try {
            Path tables = Files.createDirectory(disk.resolve("tables"));
            assumeTrue(givenToServer(plain.url(), tables), "The server is on another machine");
            TestSchemas.execute(plain.url(), "CREATE TABLESPACE %s LOCATION '%s'".formatted(space, tables));
            String url = plain.text() + "&options=-c%20default_tablespace%3D" + space;
            fillUp(new TestCommons(url, plain.url(), plain.store()), disk);
            TestSchemas.execute(
                    plain.url(), "DROP SCHEMA %s CASCADE".formatted(plain.url().replaceFirst(".*currentSchema=", "")));
            TestSchemas.execute(plain.url(), "DROP TABLESPACE " + space);
        } finally {
            assertThat(SmallDisk.unmount(disk)).isTrue();
            Files.delete(disk);
        }
    }

    private static void fillUp(TestCommons place, Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        List<String> failures = new ArrayList<>();
        try (CommonsStore commons = Commons.open(CommonsPlace.of(place.text(), Optional.of(place.store())))) {
            commons.record(ENTRIES.subList(0, 10));
            for (int round = 0; round < 30; round++) {
                List<TrailEntry> more = new ArrayList<>(ENTRIES.subList(0, 11 + round));
                for (int network = 0; network < 5; network++) {
                    more.addAll(
                            SampleTrails.completed("b%d-%d".formatted(round, network), "s2", 5 * round + network + 1));
                }
                Map<String, List<String>> before = place.dump();
                Files.write(filler, new byte[(int) Math.max(0, disk.toFile().getUsableSpace() - 8192L * (round % 4))]);
                try {
                    commons.record(more);
                } catch (CommonsException e) {
                    failures.add(e.getMessage());
                    assertThat(place.dump()).isEqualTo(before);
                    assertThat(place.trail("b" + round + "-0")).doesNotExist();
                    assertThat(commons.trail("aa11")).isEqualTo(ENTRIES.subList(0, 10 + round));
                    Files.delete(filler);
                    commons.record(more);
                }
                Files.deleteIfExists(filler);
                assertThat(commons.trail("aa11")).isEqualTo(ENTRIES.subList(0, 11 + round));
            }
        }
        assertThat(failures).isNotEmpty().allMatch(failure -> failure.endsWith("is full; nothing was recorded"));
    }

    @Test
    void whereTheStoresDiskGetsFullNothingIsHalfRecordedAndSpaceHelps() throws Exception {
        TestCommons place = TestDatabase.POSTGRESQL.commons(folder);
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(SmallDisk.mount(disk, "1m"), "This user cannot mount");
        try {
            TestCommons small = place.with(disk.resolve("store"));
            try (CommonsStore commons = small.open()) {
                commons.record(ENTRIES.subList(0, 10));
                Map<String, List<String>> before = small.dump();
                Path filler = disk.resolve("filler");
                Files.write(filler, new byte[(int) disk.toFile().getUsableSpace() - 4096]);
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> commons.record(ENTRIES)))
                        .isInstanceOf(CommonsException.class)
                        .hasMessageContaining("No space left on device")
                        .hasMessageContaining(disk.toString());
                assertThat(small.dump()).isEqualTo(before);
                assertThat(commons.trail("aa11")).isEqualTo(ENTRIES.subList(0, 10));
                Files.delete(filler);
                commons.record(ENTRIES);
                assertThat(commons.trail("aa11")).isEqualTo(ENTRIES);
            }
        } finally {
            assertThat(SmallDisk.unmount(disk)).isTrue();
        }
    }

    /** Whether the folder could be made one of the user that the server runs as. */
    private static boolean givenToServer(String url, Path tables) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            Path data = Path.of(row.getString(1));
            if (!Files.isDirectory(data)) {
                return false;
            }
            Files.setOwner(tables, Files.getOwner(data, LinkOption.NOFOLLOW_LINKS));
            return true;
        }
    }
}
