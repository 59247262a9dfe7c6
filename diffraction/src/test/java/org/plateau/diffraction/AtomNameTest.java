package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtomNameTest {
    @ParameterizedTest
    @CsvSource({
        "' CA ', GLY, C",
        "'CA  ', GLY, C",
        "'HG11', VAL, H",
        "'1HB ', ALA, H",
        "' P  ', AMP, P",
        "'O1  ', LIG, O",
        "' C1''', AMP, C",
        "'HO5''', LIG, H",
        "'1H5 ', LIG, H",
        "'HG  ', HG, HG",
        "'CA  ', CA, CA",
        "'FE  ', HEM, FE",
        "'CL1 ', LIG, CL",
        "'    ', LIG, ''",
    })
    void theColumnsOfANameTellTheElement(String columns, String residue, String symbol) {
        assertThat(AtomName.symbol(columns, residue)).isEqualTo(symbol);
    }
}
