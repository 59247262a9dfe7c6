package org.plateau.diffraction;

import java.nio.file.Path;
import java.util.List;

/** Where the two conformations come from. */
public sealed interface StructureSource {
    /** Both conformations, the classes of the data set, in their order. */
    List<Conformation> conformations();

    /** What makes these conformations these: equal exactly where the atoms and names are, wherever the files lie. */
    List<String> identities();

    /** {@link ModelMolecule}, closed and open. */
    record BuiltIn() implements StructureSource {
        @Override
        public List<Conformation> conformations() {
            return List.of(ModelMolecule.closed(), ModelMolecule.open());
        }

        @Override
        public List<String> identities() {
            return List.of("closed built-in " + ModelMolecule.VERSION, "open built-in " + ModelMolecule.VERSION);
        }
    }

    /**
     * Two PDB or mmCIF files. A conformation's name is its file's, up to the first dot.
     *
     * @param first one conformation
     * @param second the other, of another name
     */
    record Files(Path first, Path second) implements StructureSource {
        public Files {
            if (StructureFile.name(first).equals(StructureFile.name(second))) {
                throw new IllegalArgumentException("The two structure files must have different names, which become the"
                        + " classes, but were " + first + " and " + second);
            }
        }

        @Override
        public List<Conformation> conformations() {
            return List.of(StructureFile.read(first), StructureFile.read(second));
        }

        @Override
        public List<String> identities() {
            return List.of(StructureFile.identity(first), StructureFile.identity(second));
        }
    }
}
