package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeamTest {
    @ParameterizedTest
    @CsvSource({"1e14, 1e14", "1e15, 1e15", "1e16, 1e16", "2.5e14, 2.5e14", "12, 1.2e1", "0.5, 5e-1", "1e100, 1e100"})
    void theLabelIsTheShortestScientificForm(double photons, String label) {
        assertThat(new Beam(photons).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e14, Double.NaN, Double.POSITIVE_INFINITY})
    void aBeamWithoutPhotonsIsRefused(double photons) {
        assertThatThrownBy(() -> new Beam(photons)).hasMessageContaining(Double.toString(photons));
    }
}
