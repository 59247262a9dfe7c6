package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
    @ParameterizedTest
    @CsvSource({"H, 1", "C, 6", "N, 7", "O, 8", "P, 15", "S, 16"})
    void everyElectronScattersForward(Element element, double electrons) {
        assertThat(element.formFactor(0)).isCloseTo(electrons, within(0.02));
    }

    /** International Tables, volume C, table 6.1.1.1, at sin(θ)/λ = 0.2 and 0.5 1/Å, that is q = 0.4 and 1 1/Å. */
    @ParameterizedTest
    @CsvSource({"C, 0.16, 3.581", "C, 1, 1.685", "N, 0.16, 4.600", "N, 1, 1.944", "O, 0.16, 5.634", "O, 1, 2.338"})
    void sidewaysTheFormFactorFallsAsTabulated(Element element, double squaredQ, double electrons) {
        assertThat(element.formFactor(squaredQ)).isCloseTo(electrons, within(electrons * 0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "C", " C "})
    void aSymbolIsFoundInWhateverCase(String symbol) {
        assertThat(Element.ofSymbol(symbol)).isEqualTo(Element.C);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fe", "", "CA"})
    void anElementWithoutCoefficientsIsNamed(String symbol) {
        assertThatThrownBy(() -> Element.ofSymbol(symbol))
                .isInstanceOf(UnknownElementException.class)
                .hasMessageContaining("\"" + symbol + "\"")
                .hasMessageContaining("H, C, N, O, P, S");
    }
}
