package org.plateau.commons;

import java.text.Normalizer;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes text apart into words: runs of letters and digits, in lower case and without accents. Both databases get these. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 64;

    private Words() {}

    /** The words of a text, each once; of very long ones the beginning. */
    static SortedSet<String> of(String text) {
        String plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        SortedSet<String> words = new TreeSet<>();
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            String word = matcher.group();
            words.add(word.substring(
                    0, word.offsetByCodePoints(0, Math.min(LONGEST, word.codePointCount(0, word.length())))));
        }
        return words;
    }
}
