package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsOfPatternsTest {
    /** A4NN's images have about 92, 703 and 3,579 lit pixels; ours come near with the built-in molecule. */
    @ParameterizedTest
    @CsvSource({"1e14, 92", "1e15, 703", "1e16, 3579"})
    void theDefaultDetectorLightsAboutAsManyPixelsAsInTheA4nnStudy(double beam, double study) {
        Detector detector = Detector.ofPixels(127);
        for (Conformation conformation : new StructureSource.BuiltIn().conformations()) {
            double lit = shots(conformation, detector, new Beam(beam), 40).stream()
                    .mapToInt(Pattern::litPixels)
                    .average()
                    .orElseThrow();
            assertThat(lit / study).isCloseTo(1, within(0.3));
        }
    }

    @Test
    void theNumberOfPhotonsDoesNotTellTheConformations() {
        Detector detector = Detector.ofPixels(32);
        List<Long> closed = totals(ModelMolecule.closed(), detector);
        List<Long> open = totals(ModelMolecule.open(), detector);
        int best = 0;
        for (long threshold : closed) {
            int below = (int)
                            closed.stream().filter(total -> total <= threshold).count()
                    + (int) open.stream().filter(total -> total > threshold).count();
            best = Math.max(best, Math.max(below, closed.size() + open.size() - below));
        }
        assertThat(best / 800.0).isLessThan(0.6);
    }

    private static List<Long> totals(Conformation conformation, Detector detector) {
        return shots(conformation, detector, Beam.HIGH, 400).stream()
                .map(Pattern::total)
                .toList();
    }

    private static List<Pattern> shots(Conformation conformation, Detector detector, Beam beam, int count) {
        var simulator = new PatternSimulator(detector, beam, FourierGrid.of(conformation.molecule(), detector));
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3L);
        List<Pattern> patterns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            patterns.add(simulator.shoot(
                    Orientation.uniform(random.nextDouble(), random.nextDouble(), random.nextDouble()), random));
        }
        return patterns;
    }
}
