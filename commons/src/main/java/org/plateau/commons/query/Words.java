package org.plateau.commons.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plateau.commons.query.Word.Kind;

/**
 * Cuts a condition into words. What is no word of the language does not get further, whatever it would mean to a database:
 * semicolons, comments, double quotes, operators that are not listed.
 */
final class Words {
    /** Characters that a condition may have. */
    static final int LONGEST = 20_000;

    /** Words that a condition may have. */
    static final int MOST = 2_000;

    /** Parentheses that may be open at the same time. */
    static final int DEEPEST = 32;

    private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "IN", "BETWEEN", "LIKE", "IS", "NULL");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*(@\\d{1,9}(\\.\\d{1,9})?)?");
    private static final Pattern SIGN = Pattern.compile("<=|>=|<>|!=|[=<>(),]");

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int position;
    private int depth;

    private Words(String text) {
        this.text = text;
    }

    /**
     * The words of a condition, at least one.
     *
     * @throws QueryException if there is none, too much, or something that is no word
     */
    static List<Word> of(String text) {
        if (text.length() > LONGEST) {
            throw new QueryException(
                    "A condition may have %d characters, but had %d".formatted(LONGEST, text.length()));
        }
        Words words = new Words(text);
        words.read();
        if (words.words.isEmpty()) {
            throw new QueryException("The condition is empty; say for example: fitness > 97 AND mflops < 600");
        }
        return List.copyOf(words.words);
    }

    private void read() {
        while (position < text.length()) {
            if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else if (text.charAt(position) == '\'') {
                quoted();
            } else if (!take(NUMBER, Kind.NUMBER) && !take(NAME, Kind.NAME) && !take(SIGN, Kind.SIGN)) {
                throw QueryException.at(text, position, unexpected());
            }
            if (words.size() > MOST) {
                throw QueryException.at(
                        text,
                        words.get(MOST).position(),
                        "A condition may have %d words, and more came".formatted(MOST));
            }
        }
    }

    private String unexpected() {
        String character = QueryException.shortened(text.substring(position, text.offsetByCodePoints(position, 1)));
        return character.equals("\"")
                ? "Texts stand in single quotes, but there was a double one"
                : "A condition has no \"%s\"".formatted(character);
    }

    private boolean take(Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        String found = matcher.group();
        Kind exact = kind == Kind.NAME && KEYWORDS.contains(found.toUpperCase(Locale.ROOT)) ? Kind.KEYWORD : kind;
        add(new Word(exact, found, position));
        position = matcher.end();
        return true;
    }

    private void quoted() {
        StringBuilder said = new StringBuilder();
        int begin = position++;
        while (true) {
            int end = text.indexOf('\'', position);
            if (end < 0) {
                throw QueryException.at(text, begin, "The text that begins here has no end");
            }
            said.append(text, position, end);
            position = end + 1;
            if (position == text.length() || text.charAt(position) != '\'') {
                break;
            }
            said.append('\'');
            position++;
        }
        add(new Word(Kind.TEXT, said.toString(), begin));
    }

    private void add(Word word) {
        depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
        if (depth > DEEPEST) {
            throw QueryException.at(
                    text, word.position(), "At most %d parentheses may be open at a time".formatted(DEEPEST));
        }
        words.add(word);
    }
}
