package org.plateau.diffraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.biojava.nbio.structure.Chain;
import org.biojava.nbio.structure.Group;
import org.biojava.nbio.structure.Structure;
import org.biojava.nbio.structure.chem.ChemCompGroupFactory;
import org.biojava.nbio.structure.chem.ReducedChemCompProvider;
import org.biojava.nbio.structure.io.FileParsingParameters;
import org.biojava.nbio.structure.io.PDBFileParser;
import org.biojava.nbio.structure.io.cif.CifStructureConverter;

/**
 * Reads a molecule from a PDB file ({@code .pdb}, {@code .ent}) or an mmCIF file ({@code .cif}, {@code .mmcif}) with
 * BioJava, without any download.
 *
 * <p>Taken are the atoms of the first model, with the first alternate location where there are several and whatever
 * their occupancy; ligands belong to the molecule, water does not.
 */
final class StructureFile {
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
        byte[] content = bytes(file);
        String lower = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        Structure structure;
        if (lower.endsWith(".pdb") || lower.endsWith(".ent")) {
            PdbLines.check(file, new String(content, StandardCharsets.ISO_8859_1));
            structure = parse(file, content, StructureFile::pdb);
        } else if (lower.endsWith(".cif") || lower.endsWith(".mmcif")) {
            structure = parse(file, content, StructureFile::mmcif);
            CifRows.check(file, content);
        } else {
            throw new StructureFileException(file, "expected a name that ends in .pdb, .ent, .cif or .mmcif");
        }
        List<Atom> atoms = atoms(file, structure);
        if (atoms.isEmpty()) {
            throw new StructureFileException(file, "no atoms found; expected ATOM records of a molecule");
        }
        return new Conformation(name(file), new Molecule(atoms));
    }

    private static List<Atom> atoms(Path file, Structure structure) {
        List<Atom> atoms = new ArrayList<>();
        if (structure.nrModels() > 0) {
            for (Chain chain : structure.getModel(0)) {
                for (Group group : chain.getAtomGroups()) {
                    if (!group.isWater()) {
                        group.getAtoms().forEach(atom -> atoms.add(atom(file, group, atom)));
                    }
                }
            }
        }
        return atoms;
    }

    private static Atom atom(Path file, Group group, org.biojava.nbio.structure.Atom atom) {
        String where = "atom " + atom.getPDBserial() + " (" + atom.getName() + " of " + group.getPDBName() + " "
                + group.getResidueNumber() + ")";
        try {
            return new Atom(
                    Element.ofSymbol(atom.getElement().toString()),
                    atom.getX(),
                    atom.getY(),
                    atom.getZ(),
                    atom.getTempFactor());
        } catch (UnknownElementException e) {
            throw e.at(file + ": " + where);
        } catch (IllegalArgumentException e) {
            throw new StructureFileException(file, where + ": " + e.getMessage(), e);
        }
    }

    private static Structure pdb(byte[] content, FileParsingParameters parameters) throws IOException {
        PDBFileParser parser = new PDBFileParser();
        parser.setFileParsingParameters(parameters);
        return parser.parsePDBFile(new ByteArrayInputStream(content));
    }

    private static Structure mmcif(byte[] content, FileParsingParameters parameters) throws IOException {
        return CifStructureConverter.fromInputStream(new ByteArrayInputStream(content), parameters);
    }

    private static Structure parse(Path file, byte[] content, Parser parser) {
        ChemCompGroupFactory.setChemCompProvider(new ReducedChemCompProvider());
        FileParsingParameters parameters = new FileParsingParameters();
        parameters.setAlignSeqRes(false);
        parameters.setCreateAtomBonds(false);
        parameters.setParseBioAssembly(false);
        try {
            return parser.parse(content, parameters);
        } catch (IOException | RuntimeException e) {
            throw new StructureFileException(
                    file, "not readable as a structure (" + e + "); expected a whole PDB or mmCIF file", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StructureFileException(file, "cannot be read (" + e + "); expected a PDB or mmCIF file", e);
        }
    }

    private interface Parser {
        Structure parse(byte[] content, FileParsingParameters parameters) throws IOException;
    }
}
