package org.plateau.diffraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a molecule from a PDB file ({@code .pdb}, {@code .ent}) or an mmCIF file ({@code .cif}, {@code .mmcif}, or
 * {@code .bcif} for BinaryCIF).
 *
 * <p>Taken are the atoms of the first model, with the first alternate location where there are several and whatever
 * their occupancy; ligands belong to the molecule, water does not.
 */
final class StructureFile {
    private static final Set<String> PDB = Set.of(".pdb", ".ent");
    private static final Set<String> MMCIF = Set.of(".cif", ".mmcif", ".bcif");
    private static final Set<String> WATER = Set.of("HOH", "DOD", "WAT");

    private StructureFile() {}

    /** The file's name up to its first dot. */
    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The conformation's name and the SHA-256 of the file's content. */
    static String identity(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(file));
            return name(file) + " sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws StructureFileException where it cannot be read or is no such file
     * @throws UnknownElementException where it has an atom without form factor
     */
    static Conformation read(Path file) {
        List<Atom> atoms = AlternateLocations.first(rows(file)).stream()
                .filter(row -> !WATER.contains(row.residue()))
                .map(row -> atom(file, row))
                .toList();
        if (atoms.isEmpty()) {
            throw new StructureFileException(file, "no atoms found; expected ATOM records of a molecule");
        }
        return new Conformation(name(file), new Molecule(atoms));
    }

    private static List<AtomRow> rows(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (PDB.stream().anyMatch(name::endsWith)) {
            return PdbLines.read(file, new String(bytes(file), StandardCharsets.ISO_8859_1));
        } else if (MMCIF.stream().anyMatch(name::endsWith)) {
            return CifRows.read(file, bytes(file));
        }
        throw new StructureFileException(file, "expected a name that ends in .pdb, .ent, .cif, .mmcif or .bcif");
    }

    private static Atom atom(Path file, AtomRow row) {
        try {
            return new Atom(element(row.symbol()), row.x(), row.y(), row.z(), row.temperatureFactor());
        } catch (UnknownElementException e) {
            throw e.at(file + ": " + row.description());
        } catch (IllegalArgumentException e) {
            throw new StructureFileException(file, row.description() + ": " + e.getMessage(), e);
        }
    }

    /** Symbols are in capitals in these files; a message names iron Fe. */
    private static Element element(String symbol) {
        int first = Math.min(1, symbol.length());
        return Element.ofSymbol(symbol.substring(0, first).toUpperCase(Locale.ROOT)
                + symbol.substring(first).toLowerCase(Locale.ROOT));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StructureFileException(file, "cannot be read (" + e + "); expected a PDB or mmCIF file", e);
        }
    }
}
