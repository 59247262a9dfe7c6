package org.plateau.formats.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.architecture.Layer;
import org.plateau.core.trail.Annotation;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.formats.json.ArchitectureJson;

class SchemaTest {
    private static final Instant TIME = Instant.parse("2026-11-24T03:04:05.678Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void linesOfEveryVersionAreAsTheirSchemaSays(int version) throws Exception {
        PublishedSchema schema = PublishedSchema.named("trail-" + version);
        List<String> lines = lines(version);
        assertThat(lines).hasSize(SampleEvents.events().size()).allSatisfy(line -> {
            assertThat(schema.faults(line)).as(line).isEmpty();
            assertThat(TrailLine.read(line).network()).isEqualTo("abc123");
        });
    }

    @Test
    void thereIsASchemaAndASampleOfTheVersionThatIsWritten() throws Exception {
        PublishedSchema schema = PublishedSchema.named("trail-" + TrailLine.VERSION);
        assertThat(lines(TrailLine.VERSION)).isNotEmpty();
        for (TrailEvent event : SampleEvents.events()) {
            assertThat(schema.faults(TrailLine.write(new TrailEntry("abc123", 1, 0, TIME, event))))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaKnowsEveryKindThatThereIs() throws Exception {
        String schema = PublishedSchema.text("trail-" + TrailLine.VERSION);
        for (Class<?> sealed :
                List.of(TrailEvent.class, Layer.class, Optimizer.class, Schedule.class, Retention.class)) {
            for (Class<?> kind : sealed.getPermittedSubclasses()) {
                String name =
                        kind.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
                assertThat(schema).as(kind.getName()).contains("\"const\": \"" + name + "\"");
            }
        }
    }

    @Test
    void whatIsNoLineIsFoundOut() throws Exception {
        PublishedSchema schema = PublishedSchema.named("trail-2");
        String line = lines(2).get(3);
        assertThat(schema.faults(line)).isEmpty();
        for (String wrong : List.of(
                line.replace("\"version\":2", "\"version\":1"),
                line.replace("\"attempt\":2,", ""),
                line.replace("\"attempt\":2", "\"attempt\":0"),
                line.replace("51.25", "\"much\""),
                line.replace("epoch_measured", "epoch_guessed"),
                line.replace("\"sequence\"", "\"colour\":1,\"sequence\""))) {
            assertThat(schema.faults(wrong)).as(wrong).isNotEmpty();
        }
    }

    @Test
    void anArchitectureIsAsItsSchemaSays() throws Exception {
        PublishedSchema schema = PublishedSchema.named("architecture-1");
        String document = ArchitectureJson.write(SampleEvents.architecture("stem"));
        assertThat(schema.faults(document)).isEmpty();
        assertThat(schema.faults(document.replace("relu", "rely"))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Annotation.Kind.class)
    void annotationsAreAsTheirSchemaSaysAndReadBack(Annotation.Kind kind) throws Exception {
        PublishedSchema schema = PublishedSchema.named("annotations-" + AnnotationLine.VERSION);
        Annotation annotation = new Annotation(
                "0a1b2c3d-0000-4000-8000-000000000001", "abc123", "ada", TIME, kind, "word", Optional.of("def456"));
        String line = AnnotationLine.write(annotation);
        assertThat(schema.faults(line)).as(line).isEmpty();
        assertThat(AnnotationLine.read(line)).isEqualTo(annotation);
    }

    @Test
    void annotationsOfVersionOneAreReadAsEver() {
        assertThat(
                        AnnotationLine.read(
                                "{\"version\":1,\"key\":\"0a1b2c3d-0000-4000-8000-000000000001\",\"network\":\"abc123\","
                                        + "\"author\":\"ada\",\"time\":\"2026-11-24T03:04:05.678Z\",\"kind\":\"note\",\"text\":\"größer\"}"))
                .isEqualTo(new Annotation(
                        "0a1b2c3d-0000-4000-8000-000000000001",
                        "abc123",
                        "ada",
                        TIME,
                        Annotation.Kind.NOTE,
                        "größer",
                        Optional.empty()));
    }

    private static List<String> lines(int version) throws IOException {
        try (InputStream lines = SchemaTest.class.getResourceAsStream("trail-v%d.jsonl".formatted(version))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
