package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.trail.TrailEntry;

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class IntakeTest {
    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    private static final List<TrailEntry> ONE = SampleTrails.completed("aa11");
    private static final List<TrailEntry> TWO = SampleTrails.stopped("bb22", 5);

    @TempDir
    Path folder;

    private CommonsStore commons;
    private Path run;

    @BeforeEach
    void open() {
        commons = database.commons(folder).open();
        run = folder.resolve("run");
    }

    @AfterEach
    void close() {
        if (commons != null) {
            commons.close();
        }
    }

    @Test
    void aRunIsTakenInOnce() throws Exception {
        RunFolderOnDisk.write(run, ONE);
        RunFolderOnDisk.write(run, TWO);
        assertThat(commons.take(run)).isEqualTo(new Intake(2, ONE.size() + TWO.size(), List.of()));
        assertThat(commons.take(run)).isEqualTo(new Intake(2, 0, List.of()));
        assertThat(commons.trail("aa11")).isEqualTo(ONE);
    }

    @Test
    void aRunThatGrowsIsTakenInAgain() throws Exception {
        RunFolderOnDisk.write(run, ONE.subList(0, 7));
        commons.take(run);
        RunFolderOnDisk.write(run, ONE);
        assertThat(commons.take(run)).isEqualTo(new Intake(1, ONE.size() - 7, List.of()));
    }

    @Test
    void aTornLastLineWaitsUntilItIsWhole() throws Exception {
        Path trail = RunFolderOnDisk.write(run, ONE);
        String text = Files.readString(trail);
        Files.writeString(trail, text.substring(0, text.length() - 20));
        assertThat(commons.take(run).entries()).isEqualTo(ONE.size() - 1);
        Files.writeString(trail, text);
        assertThat(commons.take(run).entries()).isEqualTo(1);
        assertThat(commons.trail("aa11")).isEqualTo(ONE);
    }

    @Test
    void aTrailWithABrokenLineIsRefusedAndTheOthersAreTaken() throws Exception {
        Path trail = RunFolderOnDisk.write(run, ONE);
        RunFolderOnDisk.write(run, TWO);
        List<String> lines = new ArrayList<>(Files.readAllLines(trail));
        lines.set(6, "# not JSON");
        Files.write(trail, lines);
        Intake intake = commons.take(run);
        assertThat(intake.entries()).isEqualTo(TWO.size());
        assertThat(intake.refused()).extracting(Intake.Refusal::trail).containsExactly(trail);
        assertThat(intake.refused().get(0).reason()).startsWith(trail + ", line 7: ");
        assertThat(commons.list(NetworkQuery.latest(5)))
                .extracting(NetworkSummary::id)
                .containsExactly("bb22");
    }

    @Test
    void aTrailThatContradictsWhatIsKnownIsRefusedAndTheOthersAreTaken() throws Exception {
        commons.record(SampleTrails.completed("aa11", "s9", 4).subList(0, 1));
        Path trail = RunFolderOnDisk.write(run, ONE);
        RunFolderOnDisk.write(run, TWO);
        Intake intake = commons.take(run);
        assertThat(intake.entries()).isEqualTo(TWO.size());
        assertThat(intake.refused()).extracting(Intake.Refusal::trail).containsExactly(trail);
        assertThat(intake.refused().get(0).reason()).contains("Entry 0 of network aa11, attempt 1");
    }

    @Test
    void aTrailWithAGapIsRefused() throws Exception {
        List<TrailEntry> entries = new ArrayList<>(ONE);
        entries.remove(4);
        RunFolderOnDisk.write(run, entries);
        Intake intake = commons.take(run);
        assertThat(intake.entries()).isZero();
        assertThat(intake.refused().get(0).reason())
                .isEqualTo("Entries of network aa11, attempt 1 must follow each other, but 5 came after 3");
    }

    @Test
    void laterAttemptsComeAfterEarlierOnes() throws Exception {
        for (int attempt = 12; attempt >= 1; attempt--) {
            RunFolderOnDisk.write(
                    run,
                    SampleTrails.entries(
                            "aa11",
                            attempt,
                            List.of(
                                    SampleTrails.generated("s1", 1),
                                    SampleTrails.started(Optional.empty()),
                                    SampleTrails.epoch(1, attempt))));
        }
        assertThat(commons.take(run).refused()).isEmpty();
        assertThat(commons.curve("aa11", "val_accuracy").lastValue()).isEqualTo(12);
        assertThat(commons.find("aa11").standing().attempts()).isEqualTo(12);
    }

    @Test
    void aFolderThatIsNoRunIsRefused() {
        assertThatThrownBy(() -> commons.take(folder))
                .isInstanceOf(CommonsException.class)
                .hasMessage(folder + " is no run folder: it has no folder \"networks\"");
    }
}
