package org.plateau.diffraction;

/**
 * What one line or row of a structure file says of an atom, as far as it is used here.
 *
 * @param serial the atom's number, for messages
 * @param name the atom's name in its residue, such as {@code CA}
 * @param alternate the letter of the alternate location, empty where there is only one
 * @param residue the three-letter name of the residue or ligand
 * @param site the residue's place, which alternatives share
 * @param symbol the element's symbol in whatever case
 * @param x position in Å
 * @param y position in Å
 * @param z position in Å
 * @param temperatureFactor isotropic B factor in Å²
 */
record AtomRow(
        String serial,
        String name,
        String alternate,
        String residue,
        Site site,
        String symbol,
        double x,
        double y,
        double z,
        double temperatureFactor) {
    /**
     * Where a residue is in its chain.
     *
     * @param chain its name
     * @param number the residue's number with its insertion code
     */
    record Site(String chain, String number) {}

    /** The atom for a message, such as {@code atom 3 (P of AMP 2)}. */
    String description() {
        return "atom " + serial + " (" + name + " of " + residue + " " + site.number() + ")";
    }
}
