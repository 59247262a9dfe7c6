package org.plateau.commons.query;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import org.plateau.commons.query.Condition.Comparison;
import org.plateau.commons.query.Operand.Constant;
import org.plateau.commons.query.Word.Kind;
import org.plateau.core.architecture.ArchitectureCounts;

/** Reads what stands on the sides of comparisons. */
final class OperandReader {
    private static final String MEASURE = "[a-z][a-z0-9_]*";

    private final String text;
    private final Grammar grammar;

    OperandReader(String text, Grammar grammar) {
        this.text = text;
        this.grammar = grammar;
    }

    Grammar grammar() {
        return grammar;
    }

    Operand read(Expression expression) {
        if (expression instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            return read(list.get(0));
        } else if (expression instanceof Column column) {
            return word(grammar.word(column.getColumnName()));
        } else if (expression instanceof Function function) {
            return function(function);
        }
        throw misplaced(expression, "A field, a function, a number or a text was expected");
    }

    /** The list that an expression stands for, if it does. */
    Optional<Word> list(Expression expression) {
        return expression instanceof Column column
                ? Optional.of(grammar.word(column.getColumnName())).filter(word -> word.kind() == Kind.LIST)
                : Optional.empty();
    }

    /** A constant that can be compared with an operand. */
    Constant constant(Expression expression, Operand with) {
        if (fitting(expression, read(expression), with) instanceof Constant constant) {
            return constant;
        }
        throw misplaced(expression, "A number or a text was expected");
    }

    /** A constant in a list, which can be compared with an operand. */
    Constant constant(Word item, Operand with) {
        return (Constant) fitting(item, word(item), with);
    }

    /** The operand in the type of another one that it is compared with. */
    Operand fitting(Expression expression, Operand operand, Operand with) {
        return fitting(first(expression).orElseThrow(), operand, with);
    }

    private Operand fitting(Word place, Operand operand, Operand with) {
        if (with.type() == Type.TIME && operand instanceof Operand.Text said) {
            try {
                return new Operand.Whole(Times.millis(said.value()), Type.TIME);
            } catch (DateTimeException e) {
                throw QueryException.at(
                        text,
                        place.position(),
                        "A time such as '2026-11-24' or '2026-11-24T08:30:00Z' was expected, but %s was found"
                                .formatted(place.quoted()));
            }
        }
        boolean constants = with instanceof Constant || operand instanceof Constant;
        if (!constants && (with instanceof Operand.SimilarTo || operand instanceof Operand.SimilarTo)) {
            throw QueryException.at(
                    text, place.position(), "similar(…) is compared with a number, such as similar('0b95') > 0.8");
        }
        if (!constants && (isMultiple(with) || isMultiple(operand))) {
            throw QueryException.at(
                    text, place.position(), "Of what a network can have several of, one is compared with a text only");
        }
        if (operand.type() != with.type()) {
            throw QueryException.at(
                    text,
                    place.position(),
                    "%s was expected to compare with, but this is %s"
                            .formatted(with.type().article(), operand.type().article()));
        }
        if (operand instanceof Operand.Text said
                && with instanceof Operand.Recorded recorded
                && !recorded.field().values().isEmpty()
                && !recorded.field().values().contains(said.value())) {
            throw QueryException.unknown(
                    text, place, recorded.field().name(), recorded.field().values());
        }
        return operand;
    }

    private static boolean isMultiple(Operand operand) {
        return operand instanceof Operand.Recorded recorded && recorded.field().isMultiple();
    }

    /** {@code has(skip)} as a condition. */
    Condition has(Function function, boolean negated) {
        Word name = grammar.word(function.getName());
        if (!name.name().equals("has")) {
            throw QueryException.at(
                    text, name.position(), "%s(…) must be compared with something".formatted(name.name()));
        }
        Operand count = new Operand.Recorded(
                Fields.count(counted(name, arguments(function, name, 1).get(0))));
        Operand one = new Operand.Whole(1, Type.NUMBER);
        return new Comparison(count, negated ? Comparator.LESS : Comparator.AT_LEAST, one);
    }

    void requirePattern(Expression expression, String pattern) {
        int escapes = 0;
        while (escapes < pattern.length() && pattern.charAt(pattern.length() - 1 - escapes) == '\\') {
            escapes++;
        }
        if (escapes % 2 == 1) {
            throw misplaced(
                    expression, "A pattern cannot end with one backslash, which takes the next character literally");
        }
    }

    QueryException misplaced(Expression expression, String sentence) {
        int position = first(expression).map(Word::position).orElse(0);
        return QueryException.at(text, position, sentence);
    }

    private Optional<Word> first(Expression expression) {
        if (expression instanceof Column column) {
            return Optional.of(grammar.word(column.getColumnName()));
        } else if (expression instanceof Function function) {
            return Optional.of(grammar.word(function.getName()));
        } else if (expression instanceof ParenthesedExpressionList<?> list && !list.isEmpty()) {
            return first(list.get(0));
        }
        return Optional.empty();
    }

    private Operand word(Word word) {
        return switch (word.kind()) {
            case NUMBER -> number(word);
            case TEXT -> new Operand.Text(word.text());
            case LIST -> throw QueryException.at(text, word.position(), "A list stands behind IN only");
            default -> word.text().contains("@") ? atEpoch(word) : field(word);
        };
    }

    private Constant number(Word word) {
        try {
            return new Operand.Whole(Long.parseLong(word.text()), Type.NUMBER);
        } catch (NumberFormatException e) {
            double value = Double.parseDouble(word.text());
            if (Double.isInfinite(value)) {
                throw QueryException.at(text, word.position(), "This number is too large");
            }
            return new Operand.Real(value);
        }
    }

    private Operand field(Word word) {
        return new Operand.Recorded(Fields.named(word.name()).orElseThrow(() -> {
            if (Operand.FUNCTIONS.contains(word.name())) {
                return QueryException.at(
                        text, word.position(), "%s is a function, and needs parentheses".formatted(word.name()));
            }
            return QueryException.unknown(text, word, "field", Fields.names());
        }));
    }

    private Operand atEpoch(Word word) {
        int at = word.text().indexOf('@');
        String measure = word.name().substring(0, at);
        if (measure.contains(".")) {
            throw QueryException.at(text, word.position(), "A measure was expected before the @");
        }
        return new Operand.AtEpoch(measure, Double.parseDouble(word.text().substring(at + 1)));
    }

    private Operand function(Function function) {
        Word name = grammar.word(function.getName());
        return switch (name.name()) {
            case "best" -> new Operand.Best(measure(arguments(function, name, 1).get(0)));
            case "last" -> new Operand.Last(measure(arguments(function, name, 1).get(0)));
            case "count" ->
                new Operand.Recorded(
                        Fields.count(counted(name, arguments(function, name, 1).get(0))));
            case "epochs_to" -> {
                List<Word> arguments = arguments(function, name, 2);
                yield new Operand.EpochsTo(measure(arguments.get(0)), value(arguments.get(1)));
            }
            case "similar" -> {
                Word id = arguments(function, name, 1).get(0);
                if (id.kind() != Kind.TEXT) {
                    throw QueryException.at(text, id.position(), "similar needs a network's id in quotes");
                }
                yield new Operand.SimilarTo(id.text());
            }
            case "has" ->
                throw QueryException.at(text, name.position(), "has(…) stands alone, it is not compared; count(…) is");
            default -> throw QueryException.unknown(text, name, "function", Operand.FUNCTIONS);
        };
    }

    private List<Word> arguments(Function function, Word name, int count) {
        List<Word> words = new ArrayList<>();
        ExpressionList<?> parameters = function.getParameters();
        if (parameters != null) {
            for (Expression parameter : parameters) {
                if (!(parameter instanceof Column column)) {
                    throw QueryException.at(
                            text, name.position(), "%s takes names and numbers only".formatted(name.name()));
                }
                words.add(grammar.word(column.getColumnName()));
            }
        }
        if (words.size() != count) {
            throw QueryException.at(
                    text,
                    name.position(),
                    "%s takes %d argument%s, but was given %d"
                            .formatted(name.name(), count, count == 1 ? "" : "s", words.size()));
        }
        return words;
    }

    private String measure(Word word) {
        if (word.kind() != Kind.NAME || !word.name().matches(MEASURE)) {
            throw QueryException.at(
                    text, word.position(), "A measure such as val_accuracy was expected, not " + word.quoted());
        }
        return word.name();
    }

    private String counted(Word function, Word word) {
        if (word.kind() != Kind.NAME) {
            throw QueryException.at(text, word.position(), "%s needs a name".formatted(function.name()));
        }
        if (!ArchitectureCounts.knows(word.name())) {
            List<String> known = new ArrayList<>(ArchitectureCounts.NAMES);
            known.addAll(List.of("conv1x1", "conv3x3", "conv5x5", "conv7x7"));
            throw QueryException.unknown(text, word, "layer or connection", known);
        }
        return word.name();
    }

    private double value(Word word) {
        if (word.kind() != Kind.NUMBER) {
            throw QueryException.at(text, word.position(), "A number was expected, not " + word.quoted());
        }
        return number(word) instanceof Operand.Whole whole ? whole.value() : ((Operand.Real) number(word)).value();
    }
}
