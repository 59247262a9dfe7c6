package org.plateau.formats.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Shape;
import org.plateau.core.trail.TrailEntry;
import org.plateau.formats.json.ArchitectureJson;

class TrailRoundTripTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T03:04:05.678Z"));

    @TempDir
    Path folder;

    @Test
    void everyEventIsReadBackAsItWasWritten() {
        Path file = folder.resolve("trail.jsonl");
        List<TrailEntry> written = new ArrayList<>();
        try (TrailWriter writer = TrailWriter.create(file, "abc123", 2, CLOCK)) {
            SampleEvents.events().forEach(event -> written.add(writer.append(event)));
        }
        assertThat(TrailReader.readAll(file))
                .isEqualTo(written)
                .hasSize(SampleEvents.events().size());
    }

    @Test
    void aTornLastLineIsLeftOutUntilItIsWhole() throws Exception {
        Path file = folder.resolve("trail.jsonl");
        try (TrailWriter writer = TrailWriter.create(file, "abc123", 1, CLOCK)) {
            SampleEvents.events().forEach(writer::append);
        }
        List<String> lines = Files.readAllLines(file);
        String last = lines.get(lines.size() - 1);
        String whole = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
        Files.writeString(file, whole + last.substring(0, last.length() / 2));

        TrailReader reader = new TrailReader(file);
        assertThat(reader.next()).hasSize(lines.size() - 1);
        assertThat(reader.torn()).isTrue();

        Files.writeString(file, last.substring(last.length() / 2) + "\n", StandardOpenOption.APPEND);
        assertThat(reader.next()).hasSize(1);
        assertThat(reader.torn()).isFalse();
    }

    @Test
    void aBrokenLineIsNamedWithItsFileAndNumber() throws Exception {
        Path file = folder.resolve("trail.jsonl");
        try (TrailWriter writer = TrailWriter.create(file, "abc123", 1, CLOCK)) {
            SampleEvents.events().forEach(writer::append);
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(2, "{\"version\":1,\"network\":");
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> TrailReader.readAll(file))
                .isInstanceOf(TrailFileException.class)
                .hasMessageContaining("trail.jsonl, line 3");
    }

    @Test
    void aLineOfANewerVersionIsRefused() {
        assertThatThrownBy(() -> TrailLine.read("{\"version\":99}")).hasMessageContaining("version 1 to 2, but had 99");
    }

    @Test
    void aTrailIsNeverBegunTwice() {
        Path file = folder.resolve("trail.jsonl");
        TrailWriter.create(file, "abc123", 1, CLOCK).close();
        assertThatThrownBy(() -> TrailWriter.create(file, "abc123", 1, CLOCK))
                .isInstanceOf(TrailFileException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void anArchitectureIsReadBackAndItsHashIgnoresNames() {
        Architecture graph = SampleEvents.architecture("stem");
        assertThat(ArchitectureJson.read(ArchitectureJson.write(graph))).isEqualTo(graph);
        assertThat(ArchitectureJson.contentHash(SampleEvents.architecture("trunk")))
                .isEqualTo(ArchitectureJson.contentHash(graph));
        Architecture other = new Architecture(new Shape.Image(1, 9, 9), graph.nodes());
        assertThat(ArchitectureJson.contentHash(other)).isNotEqualTo(ArchitectureJson.contentHash(graph));
    }
}
