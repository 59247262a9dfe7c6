package org.plateau.commons.query;

import java.util.List;
import java.util.Locale;

/**
 * A word of a condition.
 *
 * @param kind of word
 * @param text as it was written; of a text in quotes, what it says
 * @param position of its first character, from 0
 * @param items of a list, empty for other words
 */
record Word(Kind kind, String text, int position, List<Word> items) {
    Word {
        items = List.copyOf(items);
    }

    Word(Kind kind, String text, int position) {
        this(kind, text, position, List.of());
    }

    /** What a word is by its looks. */
    enum Kind {
        /** A field, a function or a measure, possibly with dots, and with {@code @} and a number. */
        NAME,
        NUMBER,
        /** In single quotes. */
        TEXT,
        /** {@code AND}, {@code BETWEEN} … */
        KEYWORD,
        /** {@code (}, {@code <=} … */
        SIGN,
        /** What {@code IN} or {@code NOT IN} looks in, with these words. */
        LIST
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isKeyword(String keyword) {
        return kind == Kind.KEYWORD && text.equalsIgnoreCase(keyword);
    }

    /** A name in the case in which names are known. */
    String name() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** How a message calls it. */
    String quoted() {
        return "\"%s\"".formatted(QueryException.shortened(text));
    }
}
