package org.plateau.prediction.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plateau.prediction.UnknownNameException;

/** Parametric functions by name: those of the literature, and those that a user adds. An immutable value. */
public final class FunctionIndex {
    private static final FunctionIndex STANDARD = new FunctionIndex(List.of(
            new ExponentialRise(),
            new ExponentialFall(),
            new ExponentialOffset(),
            new Exponential(),
            new Power(),
            new PowerOffset(),
            new ShiftedPower(),
            new Logarithm(),
            new LogLogLinear(),
            new InverseLogarithm(),
            new VaporPressure(),
            new ExponentialPower(),
            new Weibull(),
            new MorganMercerFlodin(),
            new Hill(),
            new Logistic(),
            new Gompertz(),
            new Richards(),
            new Constant(),
            new Linear(),
            new RiseAndDecay(),
            new SteppedExponential()));

    private final List<ParametricFunction> functions;
    private final Map<String, ParametricFunction> byName;

    private FunctionIndex(List<ParametricFunction> functions) {
        this.functions = List.copyOf(functions);
        this.byName = new LinkedHashMap<>();
        for (ParametricFunction function : functions) {
            for (String name : function.entry().names()) {
                ParametricFunction other = byName.putIfAbsent(name, function);
                if (other != null) {
                    throw new NameTakenException(name, other);
                }
            }
        }
    }

    /** The functions of PENGUIN's index and of the literature on learning curves, each once. */
    public static FunctionIndex standard() {
        return STANDARD;
    }

    /**
     * This index with more functions behind its own.
     *
     * @throws NameTakenException if one has a name or an alias of another
     */
    public FunctionIndex plus(List<ParametricFunction> more) {
        return more.isEmpty()
                ? this
                : new FunctionIndex(
                        Stream.concat(functions.stream(), more.stream()).toList());
    }

    /** All functions in their order. */
    public List<ParametricFunction> all() {
        return functions;
    }

    /** Those that are not of the standard index, in their order. */
    public List<ParametricFunction> added() {
        List<ParametricFunction> added = new ArrayList<>(functions);
        added.removeAll(STANDARD.functions);
        return List.copyOf(added);
    }

    /** Whether there is a function of this name or alias. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * The function of this name or alias.
     *
     * @throws UnknownNameException if there is none; the message names the nearest known one
     */
    public ParametricFunction named(String name) {
        ParametricFunction function = byName.get(name);
        if (function == null) {
            throw new UnknownNameException("function", name, List.copyOf(byName.keySet()));
        }
        return function;
    }
}
