package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.formats.trail.TrailFileException;
import org.plateau.workflow.executor.ExecutorException;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalException;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.SimulatedSearch;

class DiskTest {
    @TempDir
    Path folder;

    @Test
    void aRunFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        RunFolder run = new RunFolder(file.resolve("run"));
        SimulatedSearch search = new SimulatedSearch(run, folder.resolve("script"));

        assertThatThrownBy(search::runInline)
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("Cannot make the run folder " + run.root());
    }

    @Test
    void aRunFolderThatCannotBeWrittenIsNamed() throws IOException, InterruptedException {
        Path disk = mount("ro,size=64k");
        try {
            SimulatedSearch search = new SimulatedSearch(new RunFolder(disk), folder.resolve("script"));

            assertThatThrownBy(search::runInline)
                    .isInstanceOf(RunFolderException.class)
                    .hasMessageContaining("Cannot lock " + disk)
                    .hasMessageContaining("Read-only file system");
        } finally {
            unmount(disk);
        }
    }

    /** @param room bytes left, so that now the journal, now a trail or a checkpoint is the first that does not fit */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void aDiskThatRunsFullEndsTheSearchWithOneMessageAndLosesNothing(int room)
            throws IOException, InterruptedException {
        SimulatedSearch undisturbed = new SimulatedSearch(folder.resolve("undisturbed"));
        undisturbed.runInline();
        Path disk = mount("size=2m");
        try {
            SimulatedSearch search = new SimulatedSearch(new RunFolder(disk.resolve("run")), folder.resolve("script"));
            search.script().write("epoch-millis=20", "checkpoint-bytes=6000");
            search.onProgress(seen -> {
                if (seen.told() >= 2) {
                    fill(disk.resolve("filler"), 4096 * room);
                }
            });

            Throwable failure = catchThrowable(search::runWithWorkers);

            assertThat(failure)
                    .isInstanceOfAny(
                            ExecutorException.class,
                            JournalException.class,
                            RunFolderException.class,
                            TrailFileException.class)
                    .hasMessageContaining("No space left on device");
            Map<Integer, RunContents.Story> before = search.contents().stories();
            assertThat(search.contents().events(AttemptEnded.class)).noneMatch(AttemptEnded::fault);

            Files.delete(disk.resolve("filler"));
            SearchReport report = search.onProgress(seen -> {}).runInline();

            assertThat(report.finished()).isTrue();
            Map<Integer, RunContents.Story> after = search.contents().stories();
            before.forEach((ask, story) -> assertThat(after.get(ask))
                    .satisfies(now -> assertThat(now.curve()).containsAll(story.curve())));
            assertThat(after).isEqualTo(undisturbed.contents().stories());
            assertThat(search.script().logged("stored")).isNotEmpty();
        } finally {
            unmount(disk);
        }
    }

    private static void fill(Path filler, int room) {
        if (Files.exists(filler)) {
            return;
        }
        try (OutputStream bytes = Files.newOutputStream(filler)) {
            while (true) {
                bytes.write(new byte[4096]);
            }
        } catch (IOException full) {
            leave(filler, room);
        }
    }

    private static void leave(Path filler, int room) {
        try (FileChannel channel = FileChannel.open(filler, StandardOpenOption.WRITE)) {
            channel.truncate(Math.max(0, channel.size() - room));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small disk of its own, which only root can make. */
    private Path mount(String options) throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(mount.waitFor() == 0, () -> "No small disk can be mounted here: " + said.strip());
        return disk;
    }

    private static void unmount(Path disk) throws IOException, InterruptedException {
        int code = new ProcessBuilder("umount", "-l", disk.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
    }
}
