package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierGridTest {
    private static final Detector DETECTOR = Detector.ofPixels(48);
    private static final int ORIENTATIONS = 10;
    private static final List<Element> ELEMENTS = List.of(Element.values());

    @ParameterizedTest
    @ValueSource(doubles = {0, ModelMolecule.HINGE_ANGLE})
    void tenPatternsOfTheModelMoleculeAgreeWithTheDirectSum(double degrees) {
        requireAgreement(ModelMolecule.turned(degrees));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdb/1ake_A.pdb", "pdb/4ake_A.pdb"})
    void tenPatternsOfARealStructureAgreeWithTheDirectSum(String file) {
        requireAgreement(StructureFile.read(SharedFiles.require(file)).molecule());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyMoleculeAgreesWithTheDirectSum(long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        List<Atom> atoms = new ArrayList<>();
        int count = 1 + random.nextInt(40);
        double spread = random.nextDouble(0.1, 60);
        for (int i = 0; i < count; i++) {
            atoms.add(new Atom(
                    ELEMENTS.get(random.nextInt(ELEMENTS.size())),
                    100 + spread * random.nextDouble(-1, 1),
                    spread * random.nextDouble(-1, 1),
                    spread * random.nextDouble(-1, 1),
                    random.nextDouble(0, 120)));
        }
        Molecule molecule = new Molecule(atoms);
        double largestQ = random.nextDouble(0.05, 0.25);
        FourierGrid grid = new FourierTransform(molecule.centred(), largestQ).grid();
        DirectSum exact = new DirectSum(molecule);
        double forward = Math.sqrt(exact.squaredAmplitude(0, 0, 0));
        for (int i = 0; i < 200; i++) {
            double scale = largestQ * random.nextDouble() / Math.sqrt(3);
            double x = scale * random.nextDouble(-1, 1);
            double y = scale * random.nextDouble(-1, 1);
            double z = scale * random.nextDouble(-1, 1);
            assertThat(Math.sqrt(grid.squaredAmplitude(x, y, z)))
                    .as("seed %d, %d atoms within %f Å, q = (%f, %f, %f) of %f", seed, count, spread, x, y, z, largestQ)
                    .isCloseTo(Math.sqrt(exact.squaredAmplitude(x, y, z)), within(0.005 * forward));
        }
    }

    @Test
    void aScatteringVectorBeyondTheGridIsRefused() {
        FourierGrid grid = FourierGrid.of(ModelMolecule.turned(0), DETECTOR);
        assertThatThrownBy(() -> grid.squaredAmplitude(0.3, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.3");
    }

    @Test
    void aMoleculeTooLargeForTheResolutionIsRefusedWithItsSize() {
        Molecule chain = new Molecule(List.of(new Atom(Element.C, -400, 0, 0, 20), new Atom(Element.C, 400, 0, 0, 20)));
        assertThatThrownBy(() -> FourierGrid.of(chain, DETECTOR))
                .isInstanceOf(GridTooLargeException.class)
                .hasMessageContaining("radius 400.0 Å")
                .hasMessageContaining("at most 400");
    }

    private static void requireAgreement(Molecule molecule) {
        var fast = new PatternSimulator(DETECTOR, Beam.MEDIUM, FourierGrid.of(molecule, DETECTOR));
        var exact = new PatternSimulator(DETECTOR, Beam.MEDIUM, new DirectSum(molecule));
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(11L);
        for (int i = 0; i < ORIENTATIONS; i++) {
            Orientation orientation =
                    Orientation.uniform(random.nextDouble(), random.nextDouble(), random.nextDouble());
            Comparison comparison = Comparison.of(fast.expected(orientation), exact.expected(orientation));
            System.out.printf(
                    "correlation 1 - %.2g, of logarithms 1 - %.2g, total %+.3f %%%n",
                    1 - comparison.correlation(), 1 - comparison.logCorrelation(), 100 * (comparison.totalRatio() - 1));
            // The product asks for a correlation of 0.999 and 1 %; the method gives far more.
            assertThat(comparison.correlation()).isGreaterThan(0.99999);
            assertThat(comparison.logCorrelation()).isGreaterThan(0.999);
            assertThat(comparison.totalRatio()).isCloseTo(1, within(0.002));
        }
    }
}
