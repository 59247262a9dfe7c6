package org.plateau.cli.configuration;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.function.WrittenFunction;
import org.plateau.prediction.shape.CurveShape;

/**
 * One of the key {@code termination.functions}, or of a file of functions: a function of the user's own.
 *
 * @param name that no other function has
 * @param formula in text
 * @param parameters by name, in the order in which they are shown
 * @param covers the kinds of curves that it can describe; unknown if left out
 */
public record FunctionSection(
        String name, String formula, Map<String, ParameterSection> parameters, Optional<List<String>> covers) {
    public FunctionSection {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        covers = covers.map(List::copyOf);
        covers.ifPresent(FunctionSection::requireShapes);
        written(name, formula, parameters, covers);
    }

    private static void requireShapes(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            Expect.that(
                    CurveShape.words().contains(words.get(i)),
                    "covers[%d]".formatted(i + 1),
                    words.get(i),
                    "one of " + String.join(", ", CurveShape.words()));
        }
    }

    /** Asks that every function of a list has a name of its own; {@code functions} is the list's key. */
    static void requireNames(List<FunctionSection> functions) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < functions.size(); i++) {
            String name = functions.get(i).name();
            String key = "functions[%d].name".formatted(i + 1);
            if (FunctionIndex.standard().has(name)) {
                ParametricFunction taken = FunctionIndex.standard().named(name);
                Expect.that(
                        false,
                        key,
                        name,
                        "a name that is not taken; it is that of the function %s, %s"
                                .formatted(taken.name(), taken.formula()));
            }
            Expect.that(seen.add(name), key, name, "each name once");
        }
    }

    FunctionSection resolved() {
        Map<String, ParameterSection> resolved = new LinkedHashMap<>();
        parameters.forEach((parameter, section) -> resolved.put(parameter, section.resolved()));
        return new FunctionSection(name, formula, resolved, Optional.of(covers.orElse(List.of())));
    }

    WrittenFunction function() {
        return written(name, formula, parameters, covers);
    }

    private static WrittenFunction written(
            String name, String formula, Map<String, ParameterSection> parameters, Optional<List<String>> covers) {
        return new WrittenFunction(
                name,
                formula,
                parameters.entrySet().stream()
                        .map(entry -> entry.getValue().parameter(entry.getKey()))
                        .toList(),
                covers.orElse(List.of()).stream().map(CurveShape::named).collect(Collectors.toSet()));
    }
}
