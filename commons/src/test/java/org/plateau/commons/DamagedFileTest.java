package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailEntry;

/** SQLite files that something has written over. */
class DamagedFileTest {
    private static final List<TrailEntry> ONE = SampleTrails.completed("aa11");
    private static final List<TrailEntry> TWO = SampleTrails.stopped("bb22", 5);

    @TempDir
    Path folder;

    private TestCommons place;
    private Path file;

    @BeforeEach
    void record() {
        place = TestDatabase.SQLITE.commons(folder);
        file = Path.of(place.text());
        List<TrailEntry> entries = new ArrayList<>(ONE);
        entries.addAll(TWO);
        try (CommonsStore commons = place.open()) {
            commons.record(entries);
        }
    }

    @Test
    void aDamagedDatabaseIsSetAsideAndMadeAgain() throws Exception {
        Map<String, List<String>> recorded = place.dump();
        Files.write(file, new byte[8192]);
        assertThatThrownBy(() -> Commons.open(file))
                .isInstanceOf(CommonsException.class)
                .hasMessage(file + " is no SQLite database");
        Intake intake = Commons.rebuild(file, List.of());
        assertThat(intake).isEqualTo(new Intake(2, ONE.size() + TWO.size(), List.of()));
        assertThat(place.dump()).isEqualTo(recorded);
        assertThat(folder.resolve("plateau.db.damaged")).hasSize(8192);
    }

    @Test
    void aDatabaseDamagedInTheMiddleIsSetAsideAndMadeAgain() throws Exception {
        Map<String, List<String>> recorded = place.dump();
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 8192; i < bytes.length; i++) {
            bytes[i] = 0x55;
        }
        Files.write(file, bytes);
        assertThat(Commons.rebuild(file, List.of()).refused()).isEmpty();
        assertThat(place.dump()).isEqualTo(recorded);
    }
}
