package org.plateau.prediction.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plateau.prediction.UnknownNameException;

/** The parametric functions that are known, by name. */
public final class FunctionIndex {
    private static final FunctionIndex STANDARD = new FunctionIndex(List.of(
            new ExponentialRise(),
            new Power(),
            new PowerOffset(),
            new Logarithm(),
            new Exponential(),
            new ExponentialOffset(),
            new Exp4(),
            new ExponentialPower(),
            new Monomolecular(),
            new VaporPressure(),
            new MorganMercerFlodin(),
            new Weibull(),
            new InverseLogarithm(),
            new ExponentialFall()));

    private final Map<String, ParametricFunction> functions;

    private FunctionIndex(List<ParametricFunction> functions) {
        this.functions = functions.stream()
                .collect(Collectors.toMap(
                        ParametricFunction::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /** PENGUIN's index: the functions of its publications, and the plateau function for losses. */
    public static FunctionIndex standard() {
        return STANDARD;
    }

    /** All functions in their order. */
    public List<ParametricFunction> all() {
        return List.copyOf(functions.values());
    }

    /**
     * The function of this name.
     *
     * @throws UnknownNameException if there is none; the message names the nearest known one
     */
    public ParametricFunction named(String name) {
        ParametricFunction function = functions.get(name);
        if (function == null) {
            throw new UnknownNameException("function", name, List.copyOf(functions.keySet()));
        }
        return function;
    }
}
