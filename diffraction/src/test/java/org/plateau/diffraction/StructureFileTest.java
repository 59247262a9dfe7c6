package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
