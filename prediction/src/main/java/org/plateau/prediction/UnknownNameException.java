package org.plateau.prediction;

import java.util.Collection;
import java.util.Comparator;

/** Something was asked for by a name that nothing has; the message names the nearest known one. */
public class UnknownNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param kind of thing, as a noun: "function", "engine"
     * @param name that was asked for
     * @param known names that would have been found
     */
    public UnknownNameException(String kind, String name, Collection<String> known) {
        super("Unknown %s \"%s\"; did you mean \"%s\"? Known are: %s"
                .formatted(kind, name, nearest(name, known), String.join(", ", known)));
    }

    private static String nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(candidate -> edits(name, candidate))
                        .thenComparing(candidate -> -sameBeginning(name, candidate)))
                .orElse("");
    }

    /** How many characters the two begin with alike. */
    private static int sameBeginning(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** Levenshtein distance. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substitute = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, 1 + Math.min(row[j - 1], diagonal));
            }
        }
        return row[to.length()];
    }
}
