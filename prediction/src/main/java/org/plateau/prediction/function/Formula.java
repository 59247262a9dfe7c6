package org.plateau.prediction.function;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.objecthunter.exp4j.Expression;
import net.objecthunter.exp4j.ExpressionBuilder;
import net.objecthunter.exp4j.function.Function;
import net.objecthunter.exp4j.operator.Operator;

/**
 * A formula in text that can be evaluated: exp4j reads it. Between two factors the sign of multiplication may be left
 * out. What has no value is NaN or infinite, as Java's arithmetic has it; nothing is thrown.
 *
 * <p>May be used by several threads at once.
 */
final class Formula {
    private static final Function[] FUNCTIONS = {
        new Function("ln") {
            @Override
            public double apply(double... arguments) {
                return Math.log(arguments[0]);
            }
        },
        new Function("min", 2) {
            @Override
            public double apply(double... arguments) {
                return Math.min(arguments[0], arguments[1]);
            }
        },
        new Function("max", 2) {
            @Override
            public double apply(double... arguments) {
                return Math.max(arguments[0], arguments[1]);
            }
        }
    };

    /** The library's own throws where the divisor is 0. */
    private static final Operator DIVISION = new Operator("/", 2, true, Operator.PRECEDENCE_DIVISION) {
        @Override
        public double apply(double... operands) {
            return operands[0] / operands[1];
        }
    };

    private final List<String> parameters;

    /** An expression holds the values of its variables, so every thread has its own. */
    private final ThreadLocal<Expression> expression;

    private Formula(List<String> parameters, Expression expression) {
        this.parameters = parameters;
        this.expression = ThreadLocal.withInitial(() -> new Expression(expression));
    }

    /**
     * Compiles a formula.
     *
     * @param parameters names in the order in which values take them
     * @throws FunctionDefinitionException if it is none; the message says why
     */
    static Formula of(String text, List<String> parameters) {
        // With blanks between the words, the library cannot take two words for one or one for two.
        String words = String.join(
                " ", FormulaText.of(text, new LinkedHashSet<>(parameters)).words());
        Set<String> variables = new HashSet<>(parameters);
        variables.addAll(FormulaText.CONSTANTS);
        variables.add(FormulaText.EPOCH);
        try {
            Expression expression = new ExpressionBuilder(words)
                    .variables(variables)
                    .functions(FUNCTIONS)
                    .operator(DIVISION)
                    .build();
            Formula formula = new Formula(List.copyOf(parameters), expression);
            double[] ones = new double[parameters.size()];
            Arrays.fill(ones, 1);
            formula.value(ones, 1);
            return formula;
        } catch (RuntimeException e) {
            // What the library says is about the words with their blanks, and about its own inside.
            throw new FunctionDefinitionException(
                    "formula",
                    text,
                    "values on both sides of every operator, closed parentheses and functions with their arguments,"
                            + " as in c - (c - a) * e^(-b * x)");
        }
    }

    double value(double[] values, double x) {
        Expression mine = expression.get();
        for (int i = 0; i < values.length; i++) {
            mine.setVariable(parameters.get(i), values[i]);
        }
        return mine.setVariable(FormulaText.EPOCH, x).evaluate();
    }
}
