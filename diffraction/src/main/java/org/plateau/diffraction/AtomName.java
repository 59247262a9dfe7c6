package org.plateau.diffraction;

import java.util.Set;

/** Finds the element in an atom's name, for PDB files that leave the element's columns blank. */
final class AtomName {
    /** Amino acids and nucleotides, whose atoms all have symbols of one letter. */
    private static final Set<String> STANDARD = Set.of(
            "ALA", "ARG", "ASN", "ASP", "CYS", "GLN", "GLU", "GLY", "HIS", "ILE", "LEU", "LYS", "MET", "PHE", "PRO",
            "SER", "THR", "TRP", "TYR", "VAL", "A", "C", "G", "U", "DA", "DC", "DG", "DT");

    private AtomName() {}

    /**
     * The symbol in the name's four columns: right-justified in the first two (PDB format 3.3, section 9), but a
     * hydrogen's name of four characters begins in the first. In amino acids and nucleotides, the first letter tells it
     * wherever it is. Empty where the name has no letter.
     */
    static String symbol(String columns, String residue) {
        String name = columns.strip().replaceFirst("^\\d+", "");
        boolean one = STANDARD.contains(residue)
                || name.length() < 2
                || !Character.isLetter(columns.charAt(0))
                || !Character.isLetter(name.charAt(1))
                || (name.startsWith("H") && name.length() == 4);
        return name.substring(0, Math.min(one ? 1 : 2, name.length()));
    }
}
