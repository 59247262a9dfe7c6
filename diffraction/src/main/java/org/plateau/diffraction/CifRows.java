package org.plateau.diffraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.rcsb.cif.CifIO;
import org.rcsb.cif.model.FloatColumn;
import org.rcsb.cif.model.ValueKind;
import org.rcsb.cif.schema.StandardSchemata;
import org.rcsb.cif.schema.mm.AtomSite;

/** Checks the atom table of an mmCIF file, because BioJava reads a missing coordinate as 0. */
final class CifRows {
    private CifRows() {}

    /** Throws {@link StructureFileException} with the first row that lacks a coordinate. */
    static void check(Path file, byte[] content) {
        AtomSite atoms = atoms(file, content);
        for (int row = 0; row < atoms.getRowCount(); row++) {
            coordinate(file, row, atoms.getCartnX(), "x");
            coordinate(file, row, atoms.getCartnY(), "y");
            coordinate(file, row, atoms.getCartnZ(), "z");
        }
    }

    private static AtomSite atoms(Path file, byte[] content) {
        try {
            return CifIO.readFromInputStream(new ByteArrayInputStream(content))
                    .as(StandardSchemata.MMCIF)
                    .getFirstBlock()
                    .getAtomSite();
        } catch (IOException e) {
            throw new StructureFileException(file, "not readable as mmCIF: " + e.getMessage(), e);
        }
    }

    private static void coordinate(Path file, int row, FloatColumn column, String what) {
        if (column.getValueKind(row) != ValueKind.PRESENT || !Double.isFinite(column.get(row))) {
            throw new StructureFileException(
                    file,
                    "row " + (row + 1) + " of atom_site: expected a number as " + what
                            + " coordinate, but there is none");
        }
    }
}
