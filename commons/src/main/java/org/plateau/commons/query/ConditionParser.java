package org.plateau.commons.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import org.plateau.commons.query.Condition.Comparison;
import org.plateau.commons.query.Operand.Constant;

/**
 * Reads conditions: {@code fitness > 97 AND NOT (status = 'failed' OR mflops >= 600)}. What is not listed here is refused,
 * whatever else the parser knows of SQL.
 */
public final class ConditionParser {
    private final String text;
    private final OperandReader operands;

    private ConditionParser(String text) {
        this.text = text;
        this.operands = new OperandReader(text, new Grammar(text, Lists.folded(Words.of(text))));
    }

    /**
     * Reads a condition.
     *
     * @throws QueryException if it is none; the message shows the place and the nearest known name
     */
    public static Condition parse(String text) {
        ConditionParser parser = new ConditionParser(text);
        return parser.condition(parser.operands.grammar().expression(), false);
    }

    /**
     * Reads one field or function, as columns and sort orders name them.
     *
     * @throws QueryException as {@link #parse}
     */
    public static Operand operand(String text) {
        ConditionParser parser = new ConditionParser(text);
        Operand operand = parser.operands.read(parser.operands.grammar().expression());
        if (operand instanceof Constant) {
            throw QueryException.at(text, 0, "A field or function was expected, such as fitness or best(val_accuracy)");
        }
        return operand;
    }

    private Condition condition(Expression expression, boolean negated) {
        if (expression instanceof AndExpression || expression instanceof OrExpression) {
            return chain((BinaryExpression) expression, negated);
        } else if (expression instanceof NotExpression not) {
            return condition(not.getExpression(), !negated);
        } else if (expression instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            return condition(list.get(0), negated);
        } else if (expression instanceof ComparisonOperator comparison) {
            return operands.list(comparison.getRightExpression())
                    .map(list -> oneOf(comparison, list, negated))
                    .orElseGet(() -> comparison(comparison, negated));
        } else if (expression instanceof Between between) {
            Operand operand = operands.read(between.getLeftExpression());
            return new Condition.Between(
                    operand,
                    operands.constant(between.getBetweenExpressionStart(), operand),
                    operands.constant(between.getBetweenExpressionEnd(), operand),
                    between.isNot() != negated);
        } else if (expression instanceof InExpression in) {
            throw operands.misplaced(
                    in.getLeftExpression(),
                    "IN needs a list of numbers or texts in parentheses, such as IN ('stopped', 'completed')");
        } else if (expression instanceof LikeExpression like) {
            return like(like, negated);
        } else if (expression instanceof IsNullExpression missing) {
            Operand operand = operands.read(missing.getLeftExpression());
            return new Condition.Missing(operand, missing.isNot() != negated);
        } else if (expression instanceof Function function) {
            return operands.has(function, negated);
        }
        throw operands.misplaced(
                expression, "A comparison was expected, such as fitness > 97; a field alone says neither yes nor no");
    }

    /** Flat, because the parser makes a chain of a thousand parts a thousand levels deep. */
    private Condition chain(BinaryExpression last, boolean negated) {
        List<Condition> parts = new ArrayList<>();
        Expression next = last;
        while (next.getClass() == last.getClass()) {
            BinaryExpression pair = (BinaryExpression) next;
            parts.add(condition(pair.getRightExpression(), negated));
            next = pair.getLeftExpression();
        }
        parts.add(condition(next, negated));
        Collections.reverse(parts);
        return last instanceof AndExpression != negated ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private Condition comparison(ComparisonOperator expression, boolean negated) {
        Comparator comparator = Comparator.of(expression.getStringExpression())
                .orElseThrow(() -> operands.misplaced(expression.getLeftExpression(), "This comparison is not known"));
        Expression left = expression.getLeftExpression();
        Expression right = expression.getRightExpression();
        if (operands.read(left) instanceof Constant) {
            left = right;
            right = expression.getLeftExpression();
            comparator = comparator.turned();
        }
        Operand operand = operands.read(left);
        if (operand instanceof Constant) {
            throw operands.misplaced(left, "One side of a comparison must be a field or a function");
        }
        Operand other = operands.fitting(right, operands.read(right), operand);
        Comparison comparison = new Comparison(operand, comparator, other);
        return negated ? comparison.negated() : comparison;
    }

    private Condition oneOf(ComparisonOperator in, Word list, boolean negated) {
        Operand operand = operands.read(in.getLeftExpression());
        if (operand instanceof Constant) {
            throw operands.misplaced(in.getLeftExpression(), "IN needs a field or a function on its left");
        }
        Condition.OneOf oneOf = new Condition.OneOf(
                operand,
                list.items().stream()
                        .map(item -> operands.constant(item, operand))
                        .toList(),
                in.getStringExpression().equals(Comparator.UNEQUAL.sign()));
        return negated ? oneOf.negated() : oneOf;
    }

    private Condition like(LikeExpression like, boolean negated) {
        if (!like.getLikeKeyWord().name().toLowerCase(Locale.ROOT).equals("like")) {
            throw operands.misplaced(like.getLeftExpression(), "This comparison is not known");
        }
        Operand operand = operands.read(like.getLeftExpression());
        Operand pattern = operands.read(like.getRightExpression());
        if (operand.type() != Type.TEXT || operand instanceof Constant) {
            throw operands.misplaced(like.getLeftExpression(), "LIKE needs a field with a text on its left");
        }
        if (!(pattern instanceof Operand.Text said)) {
            throw operands.misplaced(like.getRightExpression(), "LIKE needs a text on its right, such as '%pool%'");
        }
        operands.requirePattern(like.getRightExpression(), said.value());
        return new Condition.Like(operand, said.value(), like.isNot() != negated);
    }

    @Override
    public String toString() {
        return text;
    }
}
