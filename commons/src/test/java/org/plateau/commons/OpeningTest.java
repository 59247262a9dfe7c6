package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    @TempDir
    Path folder;

    @Test
    void aCommonsIsBegunWithItsFolders() {
        Path file = folder.resolve("new/deep/plateau.db");
        try (CommonsStore commons = Commons.open(file)) {
            assertThat(commons.list(NetworkQuery.latest(5))).isEmpty();
            assertThat(commons.searches()).isEmpty();
        }
        assertThat(file).exists();
        assertThat(folder.resolve("new/deep/plateau.store")).isDirectory();
    }

    @Test
    void namesMayHaveAnyCharacters() {
        Path file = folder.resolve("a b?c=1&d #é%20.db");
        try (CommonsStore commons = Commons.open(file)) {
            commons.record(SampleTrails.stopped("abc123", 2));
        }
        assertThat(file).exists();
        try (CommonsStore commons = Commons.openExisting(file)) {
            assertThat(commons.find("abc").id()).isEqualTo("abc123");
        }
    }

    @Test
    void aCommonsThatShouldBeThereIsNotBegun() {
        Path file = folder.resolve("plateau.db");
        assertThatThrownBy(() -> Commons.openExisting(file))
                .isInstanceOf(CommonsException.class)
                .hasMessage("There is no commons " + file);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> Commons.open(folder))
                .isInstanceOf(CommonsException.class)
                .hasMessageContaining(folder + " is a folder");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Buy milk. ".repeat(1000));
        assertThatThrownBy(() -> Commons.open(file))
                .isInstanceOf(CommonsException.class)
                .hasMessage(file + " is no SQLite database");
        assertThatThrownBy(() -> Commons.rebuild(file, List.of()))
                .isInstanceOf(CommonsException.class)
                .hasMessage(file + " is no SQLite database");
        assertThat(folder).isDirectoryContaining("glob:**notes.txt").isDirectoryNotContaining("glob:**.store");
        assertThat(file).hasContent("Buy milk. ".repeat(1000));
    }

    @Test
    void anotherProgramsDatabaseIsRefused() throws Exception {
        Path file = folder.resolve("other.db");
        execute(file, "CREATE TABLE cats (name TEXT)");
        assertThatThrownBy(() -> Commons.open(file))
                .isInstanceOf(CommonsException.class)
                .hasMessage(file + " is an SQLite database, but no commons");
    }

    @Test
    void aCommonsOfANewerPlateauIsRefused() throws Exception {
        Path file = folder.resolve("plateau.db");
        Commons.open(file).close();
        execute(file, "PRAGMA user_version = 7");
        assertThatThrownBy(() -> Commons.open(file))
                .isInstanceOf(CommonsException.class)
                .hasMessage("%s was written by a newer Plateau: its schema is 7, and this one knows up to %d"
                        .formatted(file, Schema.VERSION));
    }

    @Test
    void theSchemasVersionIsThatOfTheNewestMigration() throws Exception {
        assertThat(newestMigration()).isEqualTo(Schema.VERSION);
        Path file = folder.resolve("plateau.db");
        Commons.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA user_version").getInt(1)).isEqualTo(Schema.VERSION);
            assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1))
                    .isEqualTo("wal");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Commons.open(file.resolve("plateau.db")))
                .isInstanceOf(CommonsException.class)
                .hasMessageContaining("Cannot make the folder " + file);

        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "This user may write everywhere");
        assertThatThrownBy(() -> Commons.open(locked.resolve("plateau.db")))
                .isInstanceOf(CommonsException.class)
                .hasMessageContaining(locked.resolve("plateau.db") + " cannot be written");
    }

    @Test
    void aFileSystemWithoutFilesIsRefused() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "There is no /proc");
        assertThatThrownBy(() -> Commons.open(Path.of("/proc/plateau.db")))
                .isInstanceOf(CommonsException.class)
                .hasMessageContaining("/proc/plateau.db cannot be written");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nfs", "nfs4", "NFS", "lustre", "cifs", "smb3", "smbfs", "gpfs", "beegfs", "fuse.sshfs", "9p"})
    void aNetworkFileSystemIsRefusedWithAReason(String type) {
        assertThatThrownBy(() -> Commons.requireLocal(Path.of("/home/plateau.db"), type))
                .isInstanceOf(CommonsException.class)
                .hasMessageContaining("/home/plateau.db is on a network file system (" + type + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "apfs", "NTFS", "fuseblk", "fuse.ntfs"})
    void aLocalFileSystemIsNotRefused(String type) {
        assertThatNoException().isThrownBy(() -> Commons.requireLocal(Path.of("/home/plateau.db"), type));
    }

    private static int newestMigration() throws URISyntaxException {
        Path migrations = Path.of(Commons.class.getResource("migrations/sqlite").toURI());
        return java.util.Arrays.stream(migrations.toFile().list())
                .map(name -> name.replaceFirst("^V(\\d+)__.*", "$1"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
