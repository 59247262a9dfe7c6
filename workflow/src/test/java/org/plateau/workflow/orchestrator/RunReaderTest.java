package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.workflow.run.RunFolderException;
import org.plateau.workflow.simulated.OrchestratorProcess;
import org.plateau.workflow.simulated.SimulatedSearch;

class RunReaderTest {
    @TempDir
    Path folder;

    private SimulatedSearch search;

    @BeforeEach
    void prepare() {
        search = new SimulatedSearch(folder);
    }

    @Test
    void aFinishedRunIsReportedAsItsOrchestratorDid() {
        SearchReport told = search.runInline();

        SearchReport read = RunReader.read(search.folder(), InstantSource.system());

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("elapsedSeconds")
                .isEqualTo(told);
        assertThat(read.elapsedSeconds()).isBetween(0.0, told.elapsedSeconds());
    }

    @Test
    void aRunIsReportedWhileItsSearchGoesOn() {
        search.script().write("events=hold:4:2:1");
        OrchestratorProcess process = search.start();
        process.awaits(() -> !search.script().logged("held").isEmpty());
        Instant later = search.contents().journal().get(0).time().plus(Duration.ofHours(1));

        SearchReport read = RunReader.read(search.folder(), InstantSource.fixed(later));

        assertThat(read.finished()).isFalse();
        assertThat(read.told()).isGreaterThanOrEqualTo(2);
        assertThat(read.networks()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(read.elapsedSeconds()).isEqualTo(3600);
        search.script().release();
        assertThat(process.exitCode()).isZero();
    }

    @Test
    void aFolderThatIsNoRunIsNamed() throws IOException {
        assertThatThrownBy(() -> RunReader.read(search.folder(), InstantSource.system()))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining(search.folder().root() + " is no run");

        Files.createDirectories(search.folder().root());
        Files.createFile(search.folder().journal());
        assertThatThrownBy(() -> RunReader.read(search.folder(), InstantSource.system()))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("has not begun yet");
    }
}
