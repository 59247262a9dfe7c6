package org.plateau.diffraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The heavy atoms of an amino-acid residue in a chain, and how often it occurs in proteins (per mille, rounded from
 * the composition of UniProtKB/Swiss-Prot).
 */
enum AminoAcid {
    ALANINE(3, 1, 1, 0, 83),
    ARGININE(6, 4, 1, 0, 55),
    ASPARAGINE(4, 2, 2, 0, 41),
    ASPARTATE(4, 1, 3, 0, 55),
    CYSTEINE(3, 1, 1, 1, 14),
    GLUTAMATE(5, 1, 3, 0, 67),
    GLUTAMINE(5, 2, 2, 0, 39),
    GLYCINE(2, 1, 1, 0, 71),
    HISTIDINE(6, 3, 1, 0, 23),
    ISOLEUCINE(6, 1, 1, 0, 59),
    LEUCINE(6, 1, 1, 0, 97),
    LYSINE(6, 2, 1, 0, 58),
    METHIONINE(5, 1, 1, 1, 24),
    PHENYLALANINE(9, 1, 1, 0, 39),
    PROLINE(5, 1, 1, 0, 47),
    SERINE(3, 1, 2, 0, 66),
    THREONINE(4, 1, 2, 0, 53),
    TRYPTOPHAN(11, 2, 1, 0, 11),
    TYROSINE(9, 1, 2, 0, 29),
    VALINE(5, 1, 1, 0, 69);

    private final int carbon;
    private final int nitrogen;
    private final int oxygen;
    private final int sulphur;
    private final int frequency;

    AminoAcid(int carbon, int nitrogen, int oxygen, int sulphur, int frequency) {
        this.carbon = carbon;
        this.nitrogen = nitrogen;
        this.oxygen = oxygen;
        this.sulphur = sulphur;
        this.frequency = frequency;
    }

    List<Element> atoms() {
        List<Element> elements = new ArrayList<>(Collections.nCopies(carbon, Element.C));
        elements.addAll(Collections.nCopies(nitrogen, Element.N));
        elements.addAll(Collections.nCopies(oxygen, Element.O));
        elements.addAll(Collections.nCopies(sulphur, Element.S));
        return elements;
    }

    /** The residue of a uniform number in [0, 1), as often as it occurs. */
    static AminoAcid drawn(double uniform) {
        int total = 0;
        for (AminoAcid residue : values()) {
            total += residue.frequency;
        }
        double left = uniform * total;
        for (AminoAcid residue : values()) {
            left -= residue.frequency;
            if (left < 0) {
                return residue;
            }
        }
        return VALINE;
    }
}
