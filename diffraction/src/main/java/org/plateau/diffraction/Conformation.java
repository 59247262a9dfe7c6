package org.plateau.diffraction;

import java.util.regex.Pattern;

/**
 * A molecule in one of its shapes: a class of the data set.
 *
 * @param name goes into file names, so it is made of letters, digits, dots, hyphens and underscores
 * @param molecule the atoms in this shape
 */
public record Conformation(String name, Molecule molecule) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public Conformation {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A conformation's name must begin with a letter or digit and hold only"
                    + " letters, digits, '.', '-' and '_', but was \"" + name + "\"");
        }
    }
}
