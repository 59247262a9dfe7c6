package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailEvent;
import org.plateau.formats.trail.TrailLine;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

class PublishedSchemaTest {
    @TempDir
    Path folder;

    @Test
    void trailsThatARunWritesAreAsThePublishedSchemaSays() throws Exception {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.setting().seed(11).budget(Setting.networks(12));
        search.runInline();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(published("trail-" + TrailLine.VERSION), InputFormat.JSON);
        Set<String> kinds = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path trail : files.filter(file -> file.endsWith("trail.jsonl")).toList()) {
                for (String line : Files.readAllLines(trail)) {
                    assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
                    kinds.add(TrailLine.read(line).event().getClass().getSimpleName());
                }
            }
        }
        assertThat(kinds).hasSize(TrailEvent.class.getPermittedSubclasses().length);
    }

    private static String published(String name) throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("docs/schemas").resolve(name + ".schema.json");
            if (Files.exists(file)) {
                return Files.readString(file);
            }
        }
        throw new AssertionError("There is no schema " + name);
    }
}
