package org.plateau.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C before the search itself has begun. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
final class EarlyInterruptionTest {
    private static final long SECONDS_TO_LEAVE = 25;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whileTheDataIsMade() {
        TinySearch search = new TinySearch(folder, """
                kind: diffraction
                  path: data
                  pixels: 127
                  train: 20000
                """, "");
        Program program = search.start();
        program.await(() -> Files.exists(folder.resolve("data/images/trainset")));
        program.signalGroup("INT");
        assertThat(program.exitCode(SECONDS_TO_LEAVE)).isEqualTo(130);
        assertThat(program.messages())
                .isEqualTo("plateau: stopped before the search began; begin again with: plateau search %s\n"
                        .formatted(folder.resolve("tiny.yaml")));
        assertThat(program.out()).isEmpty();
        assertThat(search.run()).doesNotExist();
    }

    @Test
    void whileTheWorkersStart() {
        TinySearch search = new TinySearch(folder, folder.resolve("data"));
        for (String signal : List.of("INT", "TERM")) {
            Program program = search.start();
            program.await(() -> program.children().size() == 2);
            List<ProcessHandle> workers = program.children();
            program.signalGroup(signal);
            assertThat(program.exitCode(SECONDS_TO_LEAVE)).isEqualTo(signal.equals("INT") ? 130 : 143);
            assertThat(Program.gone(workers)).isTrue();
            assertThat(program.messages()).contains("plateau: stopped before the search began; begin again with: ");
            assertThat(program.out()).isEmpty();
        }
        Program again = search.start();
        assertThat(again.exitCode()).as(again.messages()).isZero();
        assertThat(Story.of(search.run()).networks()).hasSize(TinySearch.NETWORKS);
    }
}
