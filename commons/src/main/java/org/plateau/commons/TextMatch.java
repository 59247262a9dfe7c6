package org.plateau.commons;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A search for networks by words that are said of them: names of the network, its search and its dataset, notes, tags, and why
 * it was stopped. A network is found where each word is, or begins, one of these. Whatever the text holds, it is only words.
 *
 * @param words in lower case, letters and digits only
 */
public record TextMatch(List<String> words) {
    public TextMatch {
        words = List.copyOf(words);
    }

    /** The words of a text; none find nothing. */
    public static TextMatch of(String text) {
        return new TextMatch(List.copyOf(Words.of(text)));
    }

    /** A query for the keys of the networks found, in a column {@code key}, with the parameter {@code :words}. */
    public static String keys(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> "SELECT rowid AS key FROM network_text WHERE network_text MATCH :words";
            case POSTGRESQL -> "SELECT network AS key FROM network_text WHERE words @@ CAST(:words AS tsquery)";
        };
    }

    /** The value of the parameter. */
    public String parameter(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> words.stream().map(word -> "\"" + word + "\"*").collect(Collectors.joining(" AND "));
            case POSTGRESQL -> words.stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
        };
    }
}
