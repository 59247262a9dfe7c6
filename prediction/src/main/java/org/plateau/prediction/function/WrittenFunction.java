package org.plateau.prediction.function;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/**
 * A function as a user writes it down: a plain value that configuration files carry; {@link #function()} makes it work.
 *
 * @param name in kebab-case
 * @param formula in text: numbers, {@code x} for the epoch, the parameters, {@code e}, {@code pi}, + - * / ^, parentheses
 *     and the usual functions
 * @param parameters at least one and at most six, each named by the formula
 * @param covers the kinds of curves that it can describe
 */
public record WrittenFunction(String name, String formula, List<Parameter> parameters, Set<CurveShape> covers) {
    private static final String NAME = "(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String PARAMETER = "[A-Za-z][A-Za-z0-9_]{0,29}";

    /** A fit to twenty points cannot tell more. */
    private static final int MOST = 6;

    /** @throws FunctionDefinitionException if it cannot be used */
    public WrittenFunction {
        parameters = List.copyOf(parameters);
        covers = covers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(covers));
        if (!name.matches(NAME)) {
            throw new FunctionDefinitionException(
                    "name", name, "up to 40 lower-case letters and digits, with dashes between words");
        }
        if (parameters.isEmpty() || parameters.size() > MOST) {
            throw new FunctionDefinitionException("parameters", parameters.size(), "1 to %d".formatted(MOST));
        }
        Set<String> seen = new LinkedHashSet<>();
        for (Parameter parameter : parameters) {
            requireName(parameter.name());
            if (!seen.add(parameter.name())) {
                throw new FunctionDefinitionException("parameters", parameter.name(), "each name once");
            }
        }
        Formula.of(formula, List.copyOf(seen));
    }

    private static void requireName(String name) {
        if (!name.matches(PARAMETER) || FormulaText.reserved(name)) {
            throw new FunctionDefinitionException(
                    "parameters",
                    name,
                    "names of up to 30 letters, digits and underscores that are not x, e, pi or a function's");
        }
    }

    /** The function that can be fitted. */
    public ParametricFunction function() {
        return new FormulaFunction(this);
    }
}
