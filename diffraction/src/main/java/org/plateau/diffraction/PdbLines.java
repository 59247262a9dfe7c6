package org.plateau.diffraction;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks the atom lines of a PDB file before BioJava reads it, because BioJava leaves out lines that it cannot read and
 * only logs them, and a molecule without some of its atoms would pass for the whole.
 *
 * <p>Columns are those of the PDB format 3.3: atom number in 7–11, residue number in 23–26, coordinates in 31–54, B factor in 61–66.
 */
final class PdbLines {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");

    private PdbLines() {}

    /** Throws {@link StructureFileException} with the number of the first wrong line. */
    static void check(Path file, String content) {
        List<String> lines = content.lines().toList();
        int atoms = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("ATOM  ") || line.startsWith("HETATM")) {
                atoms++;
                integer(file, i, line, 6, 11, "atom number");
                integer(file, i, line, 22, 26, "residue number");
                number(file, i, line, 30, 38, "x coordinate");
                number(file, i, line, 38, 46, "y coordinate");
                number(file, i, line, 46, 54, "z coordinate");
                if (line.length() > 60 && !columns(line, 60, 66).isEmpty()) {
                    number(file, i, line, 60, 66, "B factor");
                }
            }
        }
        if (atoms == 0) {
            throw new StructureFileException(file, "no ATOM or HETATM line found; expected a PDB file");
        }
    }

    private static void number(Path file, int index, String line, int from, int to, String what) {
        String text = columns(line, from, to);
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(file, index, from, to, "a number as " + what, text);
        }
    }

    private static void integer(Path file, int index, String line, int from, int to, String what) {
        String text = columns(line, from, to);
        if (!INTEGER.matcher(text).matches()) {
            throw wrong(file, index, from, to, "an integer as " + what, text);
        }
    }

    private static StructureFileException wrong(Path file, int index, int from, int to, String what, String text) {
        return new StructureFileException(
                file,
                "line " + (index + 1) + ": expected " + what + " in columns " + (from + 1) + "–" + to + ", but found \""
                        + text + "\"");
    }

    private static String columns(String line, int from, int to) {
        return line.substring(Math.min(from, line.length()), Math.min(to, line.length()))
                .strip();
    }
}
