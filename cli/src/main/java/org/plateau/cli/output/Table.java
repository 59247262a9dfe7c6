package org.plateau.cli.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under headings, as people read them: columns are as wide as their widest cell, numbers stand to the right, and a
 * last column of sentences is broken into lines so that the table is not wider than {@value #WIDTH} characters.
 *
 * @param headings one for each column
 * @param rows cells of each row, as many as headings
 */
public record Table(List<String> headings, List<List<String>> rows) {
    private static final int WIDTH = 100;

    /** A last column is not made narrower than this. */
    private static final int NARROWEST = 25;

    private static final String GAP = "  ";

    public Table {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Whether the last column stays whole. */
    boolean fits() {
        return width(last()) <= lastWidth();
    }

    /** The table as lines, each with its end. */
    public String text() {
        int[] widths = new int[headings.size()];
        boolean[] numeric = new boolean[headings.size()];
        for (int column = 0; column <= last(); column++) {
            widths[column] = column < last() ? width(column) : lastWidth();
            numeric[column] = numeric(column);
        }
        List<List<String>> all = new ArrayList<>();
        all.add(headings);
        all.addAll(rows);
        StringBuilder text = new StringBuilder();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < last(); column++) {
                line.append(padded(row.get(column), widths[column], numeric[column]))
                        .append(GAP);
            }
            for (String part : broken(row.get(last()), widths[last()])) {
                line.append(padded(part, widths[last()], numeric[last()]));
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(before()));
            }
        }
        return text.toString();
    }

    private int last() {
        return headings.size() - 1;
    }

    /** Characters before the last column. */
    private int before() {
        int before = 0;
        for (int column = 0; column < last(); column++) {
            before += width(column) + GAP.length();
        }
        return before;
    }

    private int lastWidth() {
        return Math.min(width(last()), Math.max(NARROWEST, WIDTH - before()));
    }

    private static String padded(String cell, int width, boolean right) {
        String blanks = " ".repeat(Math.max(0, width - cell.length()));
        return right ? blanks + cell : cell + blanks;
    }

    /** The parts of a sentence, broken at blanks; a word that is too long stays whole. */
    private static List<String> broken(String sentence, int width) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (!part.isEmpty() && part.length() + 1 + word.length() > width) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : " ").append(word);
        }
        parts.add(part.toString());
        return parts;
    }

    private int width(int column) {
        int width = headings.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }

    private boolean numeric(int column) {
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> row.get(column).matches("[-+]?[0-9.,]*(e[-+]?\\d+)?( ?%)?"));
    }
}
