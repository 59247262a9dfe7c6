package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.trail.TrailEntry;
import org.plateau.formats.trail.TrailFileException;

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class RepairTest {
    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    private static final List<TrailEntry> ONE = SampleTrails.completed("aa11");
    private static final List<TrailEntry> TWO = SampleTrails.stopped("bb22", 5);

    @TempDir
    Path folder;

    private TestCommons place;

    @BeforeEach
    void place() {
        place = database.commons(folder);
    }

    @Test
    void aRecordingWhoseLinesAreAllThereIsFinished() throws Exception {
        record(ONE.subList(0, 5), TWO.subList(0, 5));
        place.keep();
        record(ONE.subList(5, 20), TWO.subList(5, 9));
        Map<String, List<String>> recorded = place.dump();
        place.bringBack();
        try (CommonsStore commons = place.open()) {
            assertThat(commons.trail("aa11")).isEqualTo(ONE.subList(0, 20));
            assertThat(commons.trail("bb22")).isEqualTo(TWO.subList(0, 9));
        }
        assertThat(place.dump()).isEqualTo(recorded);
    }

    @Test
    void aRecordingOfWhichALineIsMissingIsTakenBackAsAWhole() throws Exception {
        record(ONE.subList(0, 5), TWO.subList(0, 5));
        place.keep();
        record(ONE.subList(5, 20), TWO.subList(5, 9));
        place.bringBack();
        String whole = Files.readString(trail("bb22"));
        Files.writeString(trail("bb22"), whole.substring(0, whole.length() - 30));
        try (CommonsStore commons = place.open()) {
            assertThat(commons.trail("aa11")).isEqualTo(ONE.subList(0, 5));
            assertThat(commons.trail("bb22")).isEqualTo(TWO.subList(0, 5));
            assertThat(Files.readAllLines(trail("aa11"))).hasSize(5);
            assertThat(Files.readAllLines(trail("bb22"))).hasSize(5);
            assertThat(commons.record(ONE)).isEqualTo(ONE.size() - 5);
        }
    }

    @Test
    void aFirstRecordingThatBrokeOffLeavesNothing() throws Exception {
        place.open().close();
        place.keep();
        record(ONE, TWO);
        place.bringBack();
        Files.writeString(trail("bb22"), "{\"ver");
        try (CommonsStore commons = place.open()) {
            assertThat(commons.list(NetworkQuery.latest(5))).isEmpty();
            assertThat(trail("aa11")).doesNotExist();
            assertThat(trail("bb22")).doesNotExist();
        }
    }

    @Test
    void aDatabaseThatIsOlderThanItsStoreCatchesUp() throws Exception {
        record(ONE.subList(0, 5));
        place.keep();
        record(ONE.subList(5, 9));
        record(TWO);
        record(ONE.subList(9, 20));
        Map<String, List<String>> recorded = place.dump();
        place.bringBack();
        place.open().close();
        assertThat(place.dump()).isEqualTo(recorded);
        record(ONE);
    }

    @Test
    void aLostDatabaseIsMadeAgain() throws Exception {
        record(ONE);
        Map<String, List<String>> recorded = place.dump();
        place.lose();
        place.open().close();
        assertThat(place.dump()).isEqualTo(recorded);
    }

    @Test
    void aBrokenLineInTheStoreIsNamedAndItsTrailAloneIsLeftOut() throws Exception {
        record(ONE, TWO);
        List<String> lines = new ArrayList<>(Files.readAllLines(trail("bb22")));
        lines.set(3, "{\"version\":1,\"network\":");
        Files.writeString(trail("bb22"), String.join("\n", lines) + "\n");
        try (CommonsStore commons = place.open()) {
            Intake intake = commons.rebuild(List.of());
            assertThat(intake.attempts()).isEqualTo(2);
            assertThat(intake.entries()).isEqualTo(ONE.size());
            assertThat(intake.refused()).hasSize(1);
            assertThat(intake.refused().get(0).trail()).isEqualTo(trail("bb22"));
            assertThat(intake.refused().get(0).reason()).startsWith(trail("bb22") + ", line 4: ");
            assertThat(commons.list(NetworkQuery.latest(5)))
                    .extracting(NetworkSummary::id)
                    .containsExactly("aa11");
            assertThatThrownBy(() -> commons.record(TWO))
                    .isInstanceOf(TrailFileException.class)
                    .hasMessageContaining(trail("bb22") + ", line 4");
            assertThat(commons.record(SampleTrails.stopped("cc33", 1))).isPositive();
        }
    }

    @Test
    void aTrailThatIsShorterThanItsIndexIsWhatCounts() throws Exception {
        record(ONE.subList(0, 20), TWO);
        List<String> lines = Files.readAllLines(trail("aa11"));
        Files.writeString(
                trail("aa11"),
                String.join("\n", lines.subList(0, 8)) + "\n" + lines.get(8).substring(0, 9));
        Files.writeString(trail("bb22"), "");
        try (CommonsStore commons = place.open()) {
            assertThat(commons.record(ONE)).isEqualTo(ONE.size() - 8);
            assertThat(commons.record(TWO)).isEqualTo(TWO.size());
            Map<String, List<String>> repaired = place.dump();
            commons.rebuild(List.of());
            assertThat(place.dump()).isEqualTo(repaired);
            assertThat(commons.trail("aa11")).isEqualTo(ONE);
        }
    }

    @Test
    void aStoreThatIsGoneIsNamed() throws Exception {
        record(ONE);
        Files.delete(trail("aa11"));
        try (CommonsStore commons = place.open()) {
            assertThatThrownBy(() -> commons.trail("aa11"))
                    .isInstanceOf(CommonsException.class)
                    .hasMessageContaining("Cannot read the record trail " + trail("aa11"));
            assertThatThrownBy(() -> commons.record(ONE))
                    .isInstanceOf(CommonsException.class)
                    .hasMessageContaining("The record trail " + trail("aa11") + " is gone");
            assertThat(commons.find("aa11").id()).isEqualTo("aa11");
        }
    }

    @Test
    void aTornLineAtTheEndIsTakenOffBeforeMoreIsWritten() throws Exception {
        record(ONE.subList(0, 20));
        Files.writeString(trail("aa11"), "{\"version\":1,", StandardOpenOption.APPEND);
        record(ONE);
        try (CommonsStore commons = place.open()) {
            assertThat(commons.trail("aa11")).isEqualTo(ONE);
            assertThat(Files.readAllLines(trail("aa11"))).hasSize(ONE.size());
        }
    }

    private Path trail(String network) {
        return place.trail(network);
    }

    @SafeVarargs
    private void record(List<TrailEntry>... parts) {
        List<TrailEntry> entries = new ArrayList<>();
        for (List<TrailEntry> part : parts) {
            entries.addAll(part);
        }
        try (CommonsStore commons = place.open()) {
            commons.record(entries);
        }
    }
}
