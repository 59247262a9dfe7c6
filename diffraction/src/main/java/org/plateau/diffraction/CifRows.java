package org.plateau.diffraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rcsb.cif.CifIO;
import org.rcsb.cif.model.Column;
import org.rcsb.cif.model.FloatColumn;
import org.rcsb.cif.model.ValueKind;
import org.rcsb.cif.schema.StandardSchemata;
import org.rcsb.cif.schema.mm.AtomSite;

/**
 * Reads the atoms of an mmCIF file, text or BinaryCIF, from the {@code atom_site} table of its first block (dictionary
 * PDBx/mmCIF 5). A B factor that is missing is 0; residues are numbered by the authors where they did so.
 */
final class CifRows {
    private final Path file;
    private final AtomSite table;

    private CifRows(Path file, AtomSite table) {
        this.file = file;
        this.table = table;
    }

    /**
     * The atoms of the first model.
     *
     * @throws StructureFileException where the file is no mmCIF file, lacks a column or ends within a row, or with the
     *     first row of any model that lacks a coordinate
     */
    static List<AtomRow> read(Path file, byte[] content) {
        try {
            AtomSite table = CifIO.readFromInputStream(new ByteArrayInputStream(content))
                    .as(StandardSchemata.MMCIF)
                    .getFirstBlock()
                    .getAtomSite();
            return new CifRows(file, table).firstModel();
        } catch (StructureFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new StructureFileException(
                    file, "not readable as a structure (" + e + "); expected a whole mmCIF file", e);
        }
    }

    private List<AtomRow> firstModel() {
        List<AtomRow> atoms = new ArrayList<>();
        int rows = table.getRowCount();
        if (rows > 0) {
            Stream.of(
                            table.getTypeSymbol(),
                            table.getLabelAtomId(),
                            table.getLabelCompId(),
                            table.getCartnX(),
                            table.getCartnY(),
                            table.getCartnZ())
                    .forEach(this::requirePresent);
            table.getColumns().values().forEach(column -> requireRows(column, rows));
        }
        for (int row = 0; row < rows; row++) {
            AtomRow atom = atom(row);
            if (text(table.getPdbxPDBModelNum(), row).equals(text(table.getPdbxPDBModelNum(), 0))) {
                atoms.add(atom);
            }
        }
        return atoms;
    }

    private AtomRow atom(int row) {
        String authors = text(table.getAuthSeqId(), row);
        String number = authors.isEmpty() ? text(table.getLabelSeqId(), row) : authors;
        FloatColumn temperatureFactor = table.getBIsoOrEquiv();
        return new AtomRow(
                text(table.getId(), row),
                text(table.getLabelAtomId(), row),
                text(table.getLabelAltId(), row),
                text(table.getLabelCompId(), row),
                new AtomRow.Site(text(table.getLabelAsymId(), row), number + text(table.getPdbxPDBInsCode(), row)),
                text(table.getTypeSymbol(), row),
                number(table.getCartnX(), row, "x coordinate"),
                number(table.getCartnY(), row, "y coordinate"),
                number(table.getCartnZ(), row, "z coordinate"),
                text(temperatureFactor, row).isEmpty() ? 0 : number(temperatureFactor, row, "B factor"));
    }

    private void requirePresent(Column<?> column) {
        if (!column.isDefined()) {
            throw new StructureFileException(
                    file,
                    "not readable as a structure: expected a column atom_site." + column.getColumnName()
                            + ", but there is none");
        }
    }

    /** The library spreads the values of a table over its columns without a look at whether they come out even. */
    private void requireRows(Column<?> column, int rows) {
        if (column.getRowCount() != rows) {
            throw new StructureFileException(
                    file,
                    "not readable as a structure: expected whole rows in atom_site, but column "
                            + column.getColumnName() + " has " + column.getRowCount() + " values and the first column "
                            + rows);
        }
    }

    private double number(FloatColumn column, int row, String what) {
        String text = text(column, row);
        double value = Double.NaN;
        try {
            value = text.isEmpty() ? Double.NaN : column.get(row);
        } catch (NumberFormatException e) {
            // Refused below with its row, like any other value that is no number.
        }
        if (!Double.isFinite(value)) {
            throw new StructureFileException(
                    file,
                    "row " + (row + 1) + " of atom_site: expected a number as " + what + ", but "
                            + (text.isEmpty() ? "there is none" : "found \"" + text + "\""));
        }
        return value;
    }

    private static String text(Column<?> column, int row) {
        return column.isDefined() && column.getValueKind(row) == ValueKind.PRESENT ? column.getStringData(row) : "";
    }
}
