package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.formats.curves.CurveFile;

class ArchitectureFeaturesTest {
    @Test
    void aGenomeTellsWhatIsSwitchedOnInEveryPhase() {
        Map<String, Double> features =
                ArchitectureFeatures.of("nsganet_[[0,0,0,1,1,0,1],[1,0,0,0,0,1,0],[0,0,0,0,0,0,1]]");

        assertThat(features)
                .containsOnlyKeys(
                        "connections",
                        "residuals",
                        "phase_1_connections",
                        "phase_1_residual",
                        "phase_1_active",
                        "phase_2_connections",
                        "phase_2_residual",
                        "phase_2_active",
                        "phase_3_connections",
                        "phase_3_residual",
                        "phase_3_active")
                .containsEntry("connections", 4.0)
                .containsEntry("residuals", 2.0)
                .containsEntry("phase_1_connections", 2.0)
                .containsEntry("phase_1_residual", 1.0)
                .containsEntry("phase_2_connections", 2.0)
                .containsEntry("phase_2_residual", 0.0)
                .containsEntry("phase_2_active", 1.0)
                .containsEntry("phase_3_connections", 0.0)
                .containsEntry("phase_3_active", 0.0);
    }

    @Test
    void blanksAndThePrefixOfAGenomeDoNotMatter() {
        assertThat(ArchitectureFeatures.of("[[0, 1, 1], [1, 0, 0]]"))
                .isEqualTo(ArchitectureFeatures.of("nsganet_[[0,1,1],[1,0,0]]"))
                .containsEntry("connections", 2.0);
    }

    @Test
    void aNameOfNumbersTellsThemInOrder() {
        assertThat(ArchitectureFeatures.of("4_2_2_1024"))
                .isEqualTo(Map.of("number_1", 4.0, "number_2", 2.0, "number_3", 2.0, "number_4", 1024.0));
        assertThat(ArchitectureFeatures.of("32x64-3"))
                .isEqualTo(Map.of("number_1", 32.0, "number_2", 64.0, "number_3", 3.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "resnet_50",
                "rnn_recipe_1000002",
                "4_2_",
                "_4_2",
                "4__2",
                "4.5_2",
                "-4_2",
                "[[0,1,2]]",
                "[[]]",
                "[[0,1",
                "[0,1,1]",
                "[[0,1,1]]]",
                "nsganet_",
                "1234567890_2"
            })
    void namesOfOtherKindsTellNothing(String architecture) {
        assertThat(ArchitectureFeatures.of(architecture)).isEmpty();
    }

    @Test
    void endlessNamesAreNotRead() {
        assertThat(ArchitectureFeatures.of("1_".repeat(600) + "1")).isEmpty();
        assertThat(ArchitectureFeatures.of("[" + "[0,1],".repeat(100_000) + "[0,1]]"))
                .isEmpty();
        assertThat(ArchitectureFeatures.of("1_".repeat(499) + "1")).hasSize(500);
    }

    @Test
    void allGenomesOfARecordedSearchTellTheSameFeatures() {
        Set<Set<String>> names = new HashSet<>();
        Set<Double> connections = new TreeSet<>();
        CurveFile.read(Shared.folder("curves").resolve("a4nn.csv.gz")).forEach(network -> {
            Map<String, Double> features = ArchitectureFeatures.of(network.architecture());
            names.add(features.keySet());
            connections.add(features.getOrDefault("connections", -1.0));
            assertThat(features.getOrDefault("connections", -1.0)).isBetween(0.0, 18.0);
        });

        assertThat(names).hasSize(1);
        assertThat(connections).hasSizeGreaterThan(5);
    }
}
