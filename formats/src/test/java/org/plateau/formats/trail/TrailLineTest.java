package org.plateau.formats.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.formats.json.JsonFormatException;

class TrailLineTest {
    private static final Instant TIME = Instant.parse("2026-11-24T03:04:05.678Z");
    private static final TrailEntry ENDED = new TrailEntry(
            "abc123",
            1,
            7,
            TIME,
            new TrailEvent.TrainingEnded(
                    Ending.STOPPED, 3, Optional.of(new Fitness(95.5, Fitness.Origin.PREDICTED)), "It is \"good\"\n✓"));

    @Test
    void linesOfEveryOlderVersionAreRead() throws Exception {
        List<String> golden = goldenLines(1);
        for (int i = 0; i < golden.size(); i++) {
            TrailEntry entry = TrailLine.read(golden.get(i));
            assertThat(entry)
                    .isEqualTo(new TrailEntry(
                            "abc123",
                            2,
                            i,
                            TIME,
                            SampleEvents.events(Optional.empty()).get(i)));
        }
    }

    @Test
    void linesAreReadAndWrittenAsEver() throws Exception {
        List<String> golden = goldenLines(TrailLine.VERSION);
        List<TrailEvent> events = SampleEvents.events();
        assertThat(golden).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            TrailEntry entry = new TrailEntry("abc123", 2, i, TIME, events.get(i));
            assertThat(TrailLine.read(golden.get(i))).isEqualTo(entry);
            assertThat(TrailLine.write(entry)).isEqualTo(golden.get(i));
        }
    }

    @Test
    void everyKindOfEventIsAmongThoseLines() {
        assertThat(SampleEvents.events())
                .extracting(TrailEvent::getClass)
                .containsAll(List.of(TrailEvent.class.getPermittedSubclasses()).stream()
                        .map(type -> type.asSubclass(TrailEvent.class))
                        .toList());
    }

    @Test
    void anEntryIsOneLineWhateverIsInIt() {
        String line = TrailLine.write(ENDED);
        assertThat(line).doesNotContain("\n").contains("\\\"good\\\"\\n");
        assertThat(TrailLine.read(line)).isEqualTo(ENDED);
    }

    @Test
    void whiteSpaceAndAWindowsLineEndDoNoHarm() {
        assertThat(TrailLine.read("  " + TrailLine.write(ENDED) + "\r")).isEqualTo(ENDED);
    }

    @Test
    void whatIsNoEntryIsRefusedWithAReason() {
        String line = TrailLine.write(ENDED);
        requireRefused("", "must be a JSON object");
        requireRefused("[]", "must be a JSON object");
        requireRefused("{", "Not a trail's line");
        requireRefused(line.substring(0, line.length() / 2), "Not a trail's line");
        requireRefused(line + line, "Not a trail's line");
        requireRefused("{}", "must have version 1 to 2, but had");
        requireRefused(line.replace("\"version\":2", "\"version\":3"), "but had 3");
        requireRefused(line.replace("\"version\":2,", "\"version\":2,\"version\":2,"), "version");
    }

    @Test
    void aMissingOrUnknownOrUnsoundFieldIsNamed() {
        String line = TrailLine.write(ENDED);
        requireRefused(line.replace("\"sequence\":7,", ""), "Not a trail's line, field sequence: it is missing");
        requireRefused(line.replace("\"network\":\"abc123\",", ""), "field network: it is missing");
        requireRefused(line.replace("\"epoch\":3.0,", ""), "field event.epoch: it is missing");
        requireRefused(line.replace("\"ending\":\"stopped\",", ""), "field event.ending: it is missing");
        requireRefused(line.replace("\"ending\":\"stopped\"", "\"ending\":\"tired\""), "tired");
        requireRefused(line.replace("\"epoch\"", "\"colour\":3,\"epoch\""), "colour");
        requireRefused(line.replace("training_ended", "training_paused"), "training_paused");
        requireRefused(line.replace("\"attempt\":1", "\"attempt\":0"), "Not a trail's line: An attempt counts from 1");
        requireRefused(line.replace("abc123", "../abc"), "A network id must be");
        requireRefused(line.replace("\"sequence\":7", "\"sequence\":7.5"), "sequence");
        requireRefused(line.replace(TIME.toString(), "yesterday"), "yesterday");
    }

    private static void requireRefused(String line, String reason) {
        assertThatThrownBy(() -> TrailLine.read(line))
                .as(line)
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining(reason);
    }

    private static List<String> goldenLines(int version) throws IOException {
        try (InputStream golden = TrailLineTest.class.getResourceAsStream("trail-v%d.jsonl".formatted(version))) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
