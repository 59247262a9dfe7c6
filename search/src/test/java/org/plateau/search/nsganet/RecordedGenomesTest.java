package org.plateau.search.nsganet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.core.architecture.Shape;
import org.plateau.search.SharedFiles;

/** The MFLOPs that A4NN recorded for its networks: 127×127×1 images, 2 classes, 24 channels. */
class RecordedGenomesTest {
    private static final NsgaNetMacroSpace SPACE = new NsgaNetMacroSpace(new Shape.Image(1, 127, 127), 2, 24);
    private static final Pattern ROW_END =
            Pattern.compile("\"(\\[\\[[01][01, \\]\\[]+])\",(?:\"[^\"]*\"|[0-9]+),([0-9.]+)");

    @ParameterizedTest
    @CsvSource({
        "full_1e14.csv, 97, 87",
        "full_1e15.csv, 96, 92",
        "stopping_1e14.csv, 97, 92",
        "stopping_1e15.csv, 98, 95"
    })
    void everyRecordedGenomeHasItsRecordedMegaflopsAndSomeAreOneNetwork(String file, int genomes, int networks)
            throws IOException {
        Map<String, Double> recorded = recorded(SharedFiles.require("a4nn/" + file));

        assertThat(recorded).hasSize(genomes).allSatisfy((genome, megaflops) -> assertThat(megaflops(genome))
                .as(genome)
                .isEqualTo(megaflops));
        assertThat(recorded.keySet().stream()
                        .map(SPACE::parse)
                        .map(SPACE::canonical)
                        .distinct())
                .hasSize(networks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[[0, 0, 0, 1, 1, 0, 1], [1, 1, 0, 0, 0, 0, 0], [0, 1, 1, 0, 0, 1, 0]]; 893.3721",
                "[[0, 0, 0, 1, 1, 0, 1], [0, 0, 0, 0, 0, 1, 0], [0, 0, 1, 0, 1, 1, 0]]; 715.4103",
                "[[1, 0, 1, 1, 1, 0, 1], [0, 1, 0, 0, 0, 1, 0], [0, 1, 0, 0, 1, 0, 0]]; 966.784",
                "[[0, 0, 0, 0, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 1]]; 470.655",
                "[[0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 1]]; 0.0161"
            })
    void recordedGenomesHaveTheirMegaflops(String genome, double megaflops) {
        assertThat(megaflops(genome)).isEqualTo(megaflops);
    }

    @Test
    void thePublishedGenomeHasItsParameters() {
        assertThat(SPACE.architecture("[[0,0,0,1,1,0,1],[1,1,0,0,0,0,0],[0,1,1,0,0,1,0]]")
                        .parameters())
                .isEqualTo(442_586);
    }

    private static double megaflops(String genome) {
        return Math.round(SPACE.architecture(genome).flops() / 100.0) / 10_000.0;
    }

    /** Every genome of a file with its MFLOPs. Some rows of the stopping files go over several lines. */
    private static Map<String, Double> recorded(Path file) throws IOException {
        Map<String, Double> recorded = new LinkedHashMap<>();
        ROW_END.matcher(Files.readString(file)).results().forEach(row -> {
            Double megaflops = Double.valueOf(row.group(2));
            Double before = recorded.putIfAbsent(row.group(1), megaflops);
            assertThat(before).as(row.group()).isIn(null, megaflops);
        });
        return recorded;
    }
}
