package org.plateau.commons.query;

import java.util.ArrayList;
import java.util.List;
import org.plateau.commons.query.Word.Kind;

/**
 * Folds what stands behind {@code IN} into one word, with an equals sign before it, because JSqlParser 5.3 takes an {@code AND}
 * that follows the list for a part of it. A list that is none stays as it is, and is refused later. Double negations go as well.
 */
final class Lists {
    private Lists() {}

    /** The words with {@code = list} for {@code IN (…)} and {@code <> list} for {@code NOT IN (…)}. */
    static List<Word> folded(List<Word> words) {
        List<Word> folded = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            int in = words.get(next).isKeyword("NOT") ? next + 1 : next;
            List<Word> items = in < words.size() && words.get(in).isKeyword("IN") ? items(words, in + 1) : List.of();
            Word word = words.get(next);
            if (negatesTwice(words, next)) {
                next += 2;
            } else if (items.isEmpty()) {
                folded.add(word);
                next++;
            } else {
                folded.add(new Word(Kind.SIGN, in == next ? "=" : "<>", word.position()));
                folded.add(new Word(Kind.LIST, "IN", items.get(0).position(), items));
                next = in + 2 * items.size() + 2;
            }
        }
        return folded;
    }

    /** Two NOTs before a condition say nothing, and JSqlParser reads only one. */
    private static boolean negatesTwice(List<Word> words, int at) {
        Word before = words.get(Math.max(0, at - 1));
        boolean begins = at == 0 || before.is("(") || before.kind() == Kind.KEYWORD;
        return begins
                && at + 1 < words.size()
                && words.get(at).isKeyword("NOT")
                && words.get(at + 1).isKeyword("NOT");
    }

    /** The words of a list without parentheses and commas; none where there is no list. */
    private static List<Word> items(List<Word> words, int begin) {
        List<Word> items = new ArrayList<>();
        String before = "(";
        for (int at = begin; at + 1 < words.size() && words.get(at).is(before); at += 2) {
            Word item = words.get(at + 1);
            if (item.kind() != Kind.NUMBER && item.kind() != Kind.TEXT) {
                return List.of();
            }
            items.add(item);
            if (at + 2 < words.size() && words.get(at + 2).is(")")) {
                return items;
            }
            before = ",";
        }
        return List.of();
    }
}
