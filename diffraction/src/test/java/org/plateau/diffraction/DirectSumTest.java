package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DirectSumTest {
    @Test
    void oneAtomScattersItsDampedFormFactorWhereverItIs() {
        var sum = new DirectSum(new Molecule(List.of(new Atom(Element.S, 3, -4, 5, 30))));
        double squaredQ = 0.1 * 0.1 + 0.05 * 0.05;
        double expected = Math.pow(Element.S.formFactor(squaredQ) * Math.exp(-30 * squaredQ / 4), 2);
        assertThat(sum.squaredAmplitude(0.1, 0, -0.05)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void twoAtomsMakeFringes() {
        var sum =
                new DirectSum(new Molecule(List.of(new Atom(Element.C, 0, 0, 0, 0), new Atom(Element.C, 10, 0, 0, 0))));
        for (double q = 0; q < 0.3; q += 0.01) {
            double single = Element.C.formFactor(q * q);
            double fringe = 2 + 2 * Math.cos(2 * Math.PI * q * 10);
            assertThat(sum.squaredAmplitude(q, 0, 0)).isCloseTo(single * single * fringe, within(1e-9));
        }
    }
}
