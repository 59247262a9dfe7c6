package org.plateau.commons.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known name that somebody may have meant. */
final class NearestName {
    private static final int LONGEST = 64;

    private NearestName() {}

    /** The known name that takes the fewest edits; of equally near ones that with the longer common beginning. */
    static String of(String name, Collection<String> known) {
        String meant = name.substring(0, Math.min(LONGEST, name.length())).toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.<String>comparingInt(candidate -> edits(meant, candidate))
                        .thenComparing(candidate -> -sameBeginning(meant, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

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
