package org.plateau.commons.query;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;
import org.jspecify.annotations.Nullable;
import org.plateau.commons.query.Word.Kind;

/**
 * The structure of a condition as JSqlParser reads it. The parser sees neither names nor values: each stands as {@code w} and
 * its number, so that no name is one of SQL's many keywords, and every place is known.
 */
final class Grammar {
    private static final String TOO_EARLY = "The condition ends too early";
    private static final String PREFIX = "w";
    private static final Pattern NUMBERED = Pattern.compile(PREFIX + "\\d{1,9}");

    private final String text;
    private final List<Word> words;

    Grammar(String text, List<Word> words) {
        this.text = text;
        this.words = words;
    }

    /** The expression, with words as columns and functions. */
    Expression expression() {
        if (words.isEmpty()) {
            throw QueryException.at(text, text.length(), TOO_EARLY);
        }
        requireNullBehindIs();
        StringBuilder numbered = new StringBuilder();
        int[] begins = new int[words.size()];
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean verbatim = word.kind() == Kind.KEYWORD || word.kind() == Kind.SIGN;
            begins[i] = numbered.length();
            numbered.append(verbatim ? word.text() : PREFIX + i).append(' ');
        }
        try {
            CCJSqlParser parser = new CCJSqlParser(new StringProvider(numbered.toString()));
            // Otherwise each open parenthesis doubles what the parser tries.
            parser.withAllowComplexParsing(false);
            Expression expression = parser.Expression();
            Token rest = parser.getNextToken();
            if (rest.kind != 0) {
                throw unexpected(rest, begins);
            }
            return expression;
        } catch (ParseException e) {
            throw unexpected(e.currentToken == null ? null : e.currentToken.next, begins);
        } catch (TokenMgrException e) {
            throw new QueryException("The condition cannot be read: " + e.getMessage());
        }
    }

    private void requireNullBehindIs() {
        for (int i = 0; i < words.size(); i++) {
            Word before = words.get(Math.max(0, i - 1));
            if (words.get(i).isKeyword("NULL") && !before.isKeyword("IS") && !before.isKeyword("NOT")) {
                throw QueryException.at(
                        text, words.get(i).position(), "Nothing compares with NULL; say IS NULL or IS NOT NULL");
            }
        }
    }

    /** The word that stands behind a name of the parser's. */
    Word word(String name) {
        if (NUMBERED.matcher(name).matches()) {
            return words.get(Integer.parseInt(name.substring(PREFIX.length())));
        }
        // The parser takes a keyword for a name where a name has to be.
        int position = words.stream()
                .filter(word -> word.isKeyword(name))
                .mapToInt(Word::position)
                .findFirst()
                .orElse(0);
        throw QueryException.at(text, position, "\"%s\" is not expected here".formatted(name));
    }

    private QueryException unexpected(@Nullable Token token, int[] begins) {
        if (token == null || token.kind == 0) {
            return QueryException.at(text, text.length(), TOO_EARLY);
        }
        boolean asksForMore = words.get(words.size() - 1).kind() == Kind.KEYWORD
                || words.get(words.size() - 1).text().matches("[(,=<>!]+");
        int place = Arrays.binarySearch(begins, token.beginColumn - 1);
        Word word = words.get(place < 0 ? Math.max(0, -place - 2) : place);
        return asksForMore && word.equals(words.get(words.size() - 1))
                ? QueryException.at(text, text.length(), TOO_EARLY)
                : QueryException.at(text, word.position(), "%s is not expected here".formatted(word.quoted()));
    }
}
