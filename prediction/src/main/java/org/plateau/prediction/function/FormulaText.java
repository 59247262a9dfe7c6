package org.plateau.prediction.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a formula: numbers, names, operators. What is none of these is refused before anything else reads it.
 *
 * @param words in their order
 */
record FormulaText(List<String> words) {
    /** Far more than any formula of the literature; keeps what a formula can cost small. */
    static final int LONGEST = 500;

    /** Functions that a formula may call; {@code log} is the natural logarithm, as {@code ln} is. */
    static final List<String> FUNCTIONS = List.of(
            "abs", "acos", "asin", "atan", "cbrt", "ceil", "cos", "cosh", "exp", "expm1", "floor", "ln", "log", "log10",
            "log1p", "log2", "max", "min", "pow", "signum", "sin", "sinh", "sqrt", "tan", "tanh");

    /** Names that always mean a number. */
    static final List<String> CONSTANTS = List.of("e", "pi");

    /** The epoch. */
    static final String EPOCH = "x";

    private static final Pattern WORD = Pattern.compile(
            "\\s*(?:((?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)|([\\p{L}_][\\p{L}\\p{N}_]*)|([-+*/^(),]))\\s*");

    FormulaText {
        words = List.copyOf(words);
    }

    /**
     * Reads a formula.
     *
     * @throws FunctionDefinitionException if it is too long, has a character that belongs to no word, a name that means
     *     nothing, or does not name the epoch or one of the parameters
     */
    static FormulaText of(String formula, Set<String> parameters) {
        if (formula.length() > LONGEST) {
            throw new FunctionDefinitionException(
                    "formula", formula, "at most %d characters, but it has %d".formatted(LONGEST, formula.length()));
        }
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(formula);
        while (matcher.regionStart() < formula.length()) {
            if (!matcher.lookingAt()) {
                throw new FunctionDefinitionException(
                        "formula",
                        formula,
                        "numbers, names, + - * / ^ , and parentheses, but character %d is \"%s\""
                                .formatted(
                                        matcher.regionStart() + 1,
                                        formula.substring(
                                                matcher.regionStart(),
                                                formula.offsetByCodePoints(matcher.regionStart(), 1))));
            }
            String word = matcher.group().strip();
            if (matcher.group(2) != null) {
                requireKnown(formula, word, parameters);
                requireCalled(formula, word, formula.substring(matcher.end()));
            }
            words.add(word);
            matcher.region(matcher.end(), formula.length());
        }
        FormulaText text = new FormulaText(words);
        text.requireNamed(EPOCH, formula, "x, the epoch, to occur in it");
        for (String parameter : parameters) {
            text.requireNamed(parameter, formula, "the parameter %s to occur in it".formatted(parameter));
        }
        return text;
    }

    /** Whether a name cannot be a parameter's, because it means something else. */
    static boolean reserved(String name) {
        return name.equals(EPOCH) || CONSTANTS.contains(name) || FUNCTIONS.contains(name);
    }

    private static void requireKnown(String formula, String name, Set<String> parameters) {
        if (!parameters.contains(name) && !reserved(name)) {
            throw new FunctionDefinitionException(
                    "formula",
                    formula,
                    "\"%s\" to be x, one of the parameters %s, e, pi or one of the functions %s"
                            .formatted(
                                    FunctionDefinitionException.shortened(name),
                                    String.join(", ", parameters),
                                    String.join(", ", FUNCTIONS)));
        }
    }

    private static void requireCalled(String formula, String name, String rest) {
        if (FUNCTIONS.contains(name) && !rest.startsWith("(")) {
            throw new FunctionDefinitionException("formula", formula, "a parenthesis behind \"%s\"".formatted(name));
        }
    }

    private void requireNamed(String name, String formula, String expected) {
        if (!words.contains(name)) {
            throw new FunctionDefinitionException("formula", formula, expected);
        }
    }
}
