package org.plateau.commons.query;

import java.util.Collection;

/** A question to the commons that cannot be asked; the message shows the place. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 72;
    private static final int BEFORE = 40;

    public QueryException(String message) {
        super(message);
    }

    /**
     * Something is wrong at a place of a text.
     *
     * @param text all of it
     * @param position first character that is wrong, from 0
     * @param sentence what is wrong
     */
    static QueryException at(String text, int position, String sentence) {
        int begin = Math.max(0, position - BEFORE);
        int end = Math.min(text.length(), begin + SHOWN);
        String head = begin > 0 ? "…" : "";
        String shown = printable(text.substring(begin, end));
        String caret = " ".repeat(head.length() + position - begin) + "^";
        return new QueryException("%s, at character %d:%n  %s%s%s%n  %s"
                .formatted(sentence, position + 1, head, shown, end < text.length() ? "…" : "", caret));
    }

    /** A name that nothing has. */
    static QueryException unknown(String text, Word word, String kind, Collection<String> known) {
        return at(
                text,
                word.position(),
                "There is no %s \"%s\"; did you mean %s?"
                        .formatted(kind, shortened(word.text()), NearestName.of(word.text(), known)));
    }

    static String shortened(String word) {
        return word.length() <= BEFORE ? printable(word) : printable(word.substring(0, BEFORE)) + "…";
    }

    /** One character for each, none of which moves the caret or speaks to a terminal. */
    private static String printable(String text) {
        return text.codePoints()
                .map(one -> Character.isISOControl(one) ? ' ' : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
