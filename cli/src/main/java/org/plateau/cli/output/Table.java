package org.plateau.cli.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under headings, as people read them: columns are as wide as their widest cell, numbers stand to the right.
 *
 * @param headings one for each column
 * @param rows cells of each row, as many as headings
 */
public record Table(List<String> headings, List<List<String>> rows) {
    private static final String GAP = "  ";

    public Table {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The table as lines, each with its end. */
    public String text() {
        List<List<String>> all = new ArrayList<>();
        all.add(headings);
        all.addAll(rows);
        StringBuilder text = new StringBuilder();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < headings.size(); column++) {
                line.append(column == 0 ? "" : GAP).append(padded(row.get(column), column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String padded(String cell, int column) {
        String blanks = " ".repeat(width(column) - cell.length());
        return numeric(column) ? blanks + cell : cell + blanks;
    }

    private int width(int column) {
        int width = headings.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }

    private boolean numeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("[-+]?[0-9.,]*( ?%)?"));
    }
}
