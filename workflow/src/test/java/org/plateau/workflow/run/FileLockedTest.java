package org.plateau.workflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLockedTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void prepare() {
        file = folder.resolve("lock");
    }

    /** Whether another process could take the lock now. */
    private boolean freeForOthers() {
        try {
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Taker.class.getName(),
                    file.toString());
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Exits with 0 where it got the lock of a file. */
    static final class Taker {
        private Taker() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                FileLock lock = channel.tryLock();
                System.exit(lock == null ? 1 : 0);
            }
        }
    }

    @Test
    void lookingAtALockOfOnesOwnDoesNotReleaseIt() {
        FileLocked lock = FileLocked.tryLock(file, "mine").orElseThrow();

        boolean free = lock.during(() -> {
            assertThat(FileLocked.held(file)).isTrue();
            assertThat(FileLocked.note(file)).isEqualTo("mine");
            assertThat(FileLocked.tryLock(file, "mine again")).isEmpty();
            assertThat(FileLocked.held(folder.resolve("../" + folder.getFileName() + "/lock")))
                    .isTrue();
            return freeForOthers();
        });

        assertThat(free).isFalse();
        assertThat(freeForOthers()).isTrue();
        assertThat(FileLocked.held(file)).isFalse();
    }

    @Test
    void aLockIsFreeAgainWhenTheWorkUnderItFails() {
        FileLocked lock = FileLocked.tryLock(file, "first").orElseThrow();
        assertThatThrownBy(() -> lock.during(() -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");

        FileLocked second = FileLocked.tryLock(file, "a").orElseThrow();

        assertThat(second.<String>during(() -> FileLocked.note(file))).isEqualTo("a");
        assertThat(file).hasContent("a");
    }

    @Test
    void aFileThatIsNotThereIsNotHeld() {
        assertThat(FileLocked.held(file)).isFalse();
        assertThat(file).doesNotExist();
        assertThat(FileLocked.note(file)).isEqualTo("unknown");
    }

    @Test
    void aFileThatCannotBeMadeIsNamed() {
        Path impossible = folder.resolve("not-there").resolve("lock");

        assertThatThrownBy(() -> FileLocked.tryLock(impossible, "me"))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining(impossible.toString());
    }

    @Test
    void aLockOfADeadProcessIsFree() throws IOException {
        Files.writeString(file, "pid 1 on somewhere");

        assertThat(FileLocked.held(file)).isFalse();
        assertThat(FileLocked.note(file)).isEqualTo("pid 1 on somewhere");
    }
}
