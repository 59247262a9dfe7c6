package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rcsb.cif.CifIO;

class StructureFileTest {
    private static final String PDB = """
            ATOM      1  N   GLY A   1       1.500  -2.250   3.125  1.00 40.50           N
            ATOM      2  CA  GLY A   1       2.500  -1.000   3.500  1.00 37.25           C
            HETATM    3  P   AMP A   2       9.000   8.000   7.000  0.50 20.00           P
            HETATM    4  O   HOH A   3       5.000   5.000   5.000  1.00 20.00           O
            END
            """;

    private static final String CIF = """
            data_TEST
            loop_
            _atom_site.group_PDB
            _atom_site.id
            _atom_site.type_symbol
            _atom_site.label_atom_id
            _atom_site.label_alt_id
            _atom_site.label_comp_id
            _atom_site.label_asym_id
            _atom_site.label_entity_id
            _atom_site.label_seq_id
            _atom_site.pdbx_PDB_ins_code
            _atom_site.Cartn_x
            _atom_site.Cartn_y
            _atom_site.Cartn_z
            _atom_site.occupancy
            _atom_site.B_iso_or_equiv
            _atom_site.auth_seq_id
            _atom_site.auth_comp_id
            _atom_site.auth_asym_id
            _atom_site.auth_atom_id
            _atom_site.pdbx_PDB_model_num
            ATOM   1 N N  . GLY A 1 1 ? 1.500 -2.250 3.125 1.00 40.50 1 GLY A N  1
            ATOM   2 C CA . GLY A 1 1 ? 2.500 -1.000 3.500 1.00 37.25 1 GLY A CA 1
            HETATM 3 P P  . AMP B 2 . ? 9.000 8.000  7.000 0.50 20.00 2 AMP A P  1
            HETATM 4 O O  . HOH C 3 . ? 5.000 5.000  5.000 1.00 20.00 3 HOH A O  1
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"first.pdb", "first.ent", "first.cif", "first.mmcif", "first.x.PDB"})
    void atomsAndLigandsAreReadAndWaterIsNot(String name) throws IOException {
        Conformation conformation = StructureFile.read(write(name, name.contains("cif") ? CIF : PDB));
        assertThat(conformation.name()).isEqualTo("first");
        assertThat(conformation.molecule().atoms())
                .extracting(Atom::element)
                .containsExactly(Element.N, Element.C, Element.P);
        Atom first = conformation.molecule().atoms().get(0);
        assertThat(new double[] {first.x(), first.y(), first.z(), first.temperatureFactor()})
                .containsExactly(new double[] {1.5, -2.25, 3.125, 40.5}, within(1e-6));
    }

    @Test
    void onlyTheFirstModelAndTheFirstAlternateLocationCount() throws IOException {
        String atom = PDB.lines().findFirst().orElseThrow();
        String model = atom.replace("  N   GLY", "  N  AGLY") + "\n" + atom.replace("  N   GLY", "  N  BGLY") + "\n";
        Path file = write("many.pdb", "MODEL        1\n" + model + "ENDMDL\nMODEL        2\n" + model + "ENDMDL\n");
        assertThat(StructureFile.read(file).molecule().atoms()).hasSize(1);
    }

    @Test
    void aRealStructureHasAllItsAtoms() throws IOException {
        Path file = SharedFiles.require("pdb/4ake_A.pdb");
        long lines = Files.readString(file)
                .lines()
                .filter(line -> line.startsWith("ATOM"))
                .count();
        assertThat(StructureFile.read(file).molecule().atoms()).hasSize((int) lines);
    }

    @Test
    void binaryCifHasTheSameAtomsAsItsText() throws IOException {
        Path text = write("same.cif", CIF);
        Path binary = Files.write(folder.resolve("same.bcif"), CifIO.writeBinary(CifIO.readFromPath(text)));
        assertThat(StructureFile.read(binary)).isEqualTo(StructureFile.read(text));
    }

    @Test
    void onlyTheFirstModelOfAnMmcifFileCounts() throws IOException {
        String second = CIF.lines()
                .filter(line -> line.contains("ATOM"))
                .map(line -> line.replaceFirst(" 1$", " 2"))
                .collect(Collectors.joining("\n"));
        assertThat(StructureFile.read(write("models.cif", CIF + second + "\n")))
                .isEqualTo(new Conformation(
                        "models", StructureFile.read(write("one.cif", CIF)).molecule()));
    }

    @Test
    void aWrongLineInALaterModelIsRefusedToo() throws IOException {
        Path file = write(
                "later.pdb", "MODEL        1\n" + PDB + "ENDMDL\nMODEL        2\n" + PDB.replace("1.500", "1.5x0"));
        assertThatThrownBy(() -> StructureFile.read(file)).hasMessageContaining("line 9: expected a number as x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdb", "cif"})
    void atomsOfALaterLocationStayWhereTheFirstHasNone(String format) throws IOException {
        Path file = format.equals("pdb")
                ? write("some.pdb", PDB.replace("  CA  GLY", "  CA BGLY"))
                : write("some.cif", CIF.replace("C CA . GLY", "C CA B GLY"));
        assertThat(StructureFile.read(file).molecule().atoms()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdb", "cif"})
    void ofTwoResiduesAtOneSiteTheFirstCounts(String format) throws IOException {
        Path file = format.equals("pdb")
                ? write("two.pdb", PDB.replace("  N   GLY", "  N  AGLY").replace("  CA  GLY", "  CA BALA"))
                : write("two.cif", CIF.replace("N N  . GLY", "N N  A GLY").replace("C CA . GLY", "C CA B ALA"));
        assertThat(StructureFile.read(file).molecule().atoms())
                .extracting(Atom::element)
                .containsExactly(Element.N, Element.P);
    }

    @Test
    void chargesAreIgnored() throws IOException {
        assertThat(StructureFile.read(write("ion.pdb", PDB.replace("           N", "           N1+")))
                        .molecule()
                        .atoms())
                .hasSize(3);
    }

    @Test
    void aPdbFileWithoutElementsAndBFactorsIsRead() throws IOException {
        String content = PDB.lines().limit(3).map(line -> line.substring(0, 54)).collect(Collectors.joining("\n"));
        assertThat(StructureFile.read(write("old.pdb", content)).molecule().atoms())
                .extracting(Atom::element, Atom::temperatureFactor)
                .containsExactly(tuple(Element.N, 0.0), tuple(Element.C, 0.0), tuple(Element.P, 0.0));
    }

    @Test
    void lineNumbersOfOldFilesAreNoElements() throws IOException {
        String content = PDB.lines()
                .limit(3)
                .map(line -> line.substring(0, 66) + "      1AKE1201")
                .collect(Collectors.joining("\n"));
        assertThat(StructureFile.read(write("old.pdb", content)).molecule().atoms())
                .hasSize(3);
    }

    @Test
    void anMmcifFileThatEndsWithinARowIsRefused() throws IOException {
        Path file = write("cut.cif", CIF.substring(0, CIF.indexOf("2.500 -1.000") + 10));
        assertThatThrownBy(() -> StructureFile.read(file))
                .isInstanceOf(StructureFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("expected whole rows in atom_site");
    }

    @ParameterizedTest
    @CsvSource({
        "'  -1.000', '  -1.xyz', line 2: expected a number as y coordinate, -1.xyz",
        "'37.25', '37,25', line 2: expected a number as B factor, '37,25'",
        "'A   2  ', 'A   two', line 3: expected an integer as residue number, 'found \"t\"'",
        "'      2  CA', '     #2  CA', line 2: expected an integer as atom number, #2",
        "'   8.000   7.000  0.50 20.00           P', '', line 3: expected a number as y coordinate, 39–46"
    })
    void aWrongPdbLineIsNamed(String from, String to, String problem, String found) throws IOException {
        Path file = write("wrong.pdb", PDB.replace(from, to));
        assertThatThrownBy(() -> StructureFile.read(file))
                .isInstanceOf(StructureFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(problem)
                .hasMessageContaining(found);
    }

    @ParameterizedTest
    @CsvSource({
        "2.500 -1.000, 2.500 ?, row 2 of atom_site",
        "-1.000, -1.xyz, -1.xyz",
        "_atom_site.Cartn_x, _atom_site.other, Cartn_x",
        "A CA 1, A, not readable",
        "37.25, 3x, 'row 2 of atom_site: expected a number as B factor, but found \"3x\"'",
        "40.50, -40.50, 'atom 1 (N of GLY 1): An atom''s B factor must be'"
    })
    void aWrongMmcifFileIsNamedWithItsFault(String from, String to, String problem) throws IOException {
        Path file = write("wrong.cif", CIF.replace(from, to));
        assertThatThrownBy(() -> StructureFile.read(file))
                .isInstanceOf(StructureFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"metal.pdb, Fe", "metal.cif, Fe"})
    void anElementWithoutFormFactorIsNamedWithItsAtom(String name, String element) throws IOException {
        String content = name.endsWith("cif")
                ? CIF.replace("3 P P ", "3 FE P ")
                : PDB.replace("20.00           P", "20.00          FE");
        Path file = write(name, content);
        assertThatThrownBy(() -> StructureFile.read(file))
                .isInstanceOf(UnknownElementException.class)
                .hasMessageContaining(file + ": atom 3 (P of AMP 2)")
                .hasMessageContaining("\"" + element + "\"")
                .hasMessageContaining("H, C, N, O, P, S");
    }

    @ParameterizedTest
    @CsvSource({
        "empty.pdb, '', no ATOM or HETATM line",
        "text.pdb, hello, no ATOM or HETATM line",
        "empty.cif, '', not readable",
        "text.cif, hello, not readable",
        "notes.txt, hello, .pdb",
    })
    void whatIsNoStructureIsRefused(String name, String content, String problem) throws IOException {
        Path file = write(name, content);
        assertThatThrownBy(() -> StructureFile.read(file))
                .isInstanceOf(StructureFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(problem);
    }

    @Test
    void onlyWaterIsNoMolecule() throws IOException {
        Path file = write("water.pdb", PDB.lines().skip(3).findFirst().orElseThrow() + "\n");
        assertThatThrownBy(() -> StructureFile.read(file)).hasMessageContaining("no atoms found");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("absent.pdb");
        assertThatThrownBy(() -> StructureFile.read(file))
                .isInstanceOf(StructureFileException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void twoFilesOfOneNameAreRefused() {
        assertThatThrownBy(() -> new StructureSource.Files(Path.of("a/x.pdb"), Path.of("b/x.cif")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different names");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
