package org.plateau.diffraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the atoms of a PDB file from the fixed columns of its ATOM and HETATM lines, format 3.3 of the Worldwide Protein
 * Data Bank (2012): atom number in 7–11, atom name in 13–16, alternate location in 17, residue name in 18–20, chain in
 * 22, residue number in 23–26, insertion code in 27, coordinates in 31–54, B factor in 61–66, element in 77–78.
 *
 * <p>A B factor left blank is 0. An element left blank is told from the atom's name; so are digits there, which are
 * line numbers of files before 1996.
 */
final class PdbLines {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final Pattern NO_ELEMENT = Pattern.compile("\\d*");
    private static final int LENGTH = 80;

    private final Path file;

    private PdbLines(Path file) {
        this.file = file;
    }

    /**
     * The atoms of the first model.
     *
     * @throws StructureFileException with the number of the first wrong line of any model, or where there is no atom
     *     line
     */
    static List<AtomRow> read(Path file, String content) {
        return new PdbLines(file).firstModel(content.lines().toList());
    }

    private List<AtomRow> firstModel(List<String> lines) {
        List<AtomRow> atoms = new ArrayList<>();
        boolean any = false;
        boolean over = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("ATOM  ") || line.startsWith("HETATM")) {
                AtomRow atom = new Line(i + 1, padded(line)).atom();
                any = true;
                if (!over) {
                    atoms.add(atom);
                }
            } else if (line.startsWith("ENDMDL") || (line.startsWith("MODEL ") && any)) {
                over = true;
            }
        }
        if (!any) {
            throw new StructureFileException(file, "no ATOM or HETATM line found; expected a PDB file");
        }
        return atoms;
    }

    private static String padded(String line) {
        return line + " ".repeat(Math.max(0, LENGTH - line.length()));
    }

    private final class Line {
        private final int number;
        private final String text;

        Line(int number, String text) {
            this.number = number;
            this.text = text;
        }

        AtomRow atom() {
            String serial = integer(7, 11, "atom number");
            String residueNumber = integer(23, 26, "residue number");
            String residue = columns(18, 20);
            String element = columns(77, 78);
            return new AtomRow(
                    serial,
                    columns(13, 16),
                    columns(17, 17),
                    residue,
                    new AtomRow.Site(columns(22, 22), residueNumber + columns(27, 27)),
                    NO_ELEMENT.matcher(element).matches() ? AtomName.symbol(text.substring(12, 16), residue) : element,
                    number(31, 38, "x coordinate"),
                    number(39, 46, "y coordinate"),
                    number(47, 54, "z coordinate"),
                    columns(61, 66).isEmpty() ? 0 : number(61, 66, "B factor"));
        }

        private double number(int from, int to, String what) {
            return Double.parseDouble(matching(NUMBER, from, to, "a number as " + what));
        }

        private String integer(int from, int to, String what) {
            return matching(INTEGER, from, to, "an integer as " + what);
        }

        private String matching(Pattern pattern, int from, int to, String what) {
            String found = columns(from, to);
            if (!pattern.matcher(found).matches()) {
                throw new StructureFileException(
                        file,
                        "line " + number + ": expected " + what + " in columns " + from + "–" + to + ", but found \""
                                + found + "\"");
            }
            return found;
        }

        private String columns(int from, int to) {
            return text.substring(from - 1, to).strip();
        }
    }
}
