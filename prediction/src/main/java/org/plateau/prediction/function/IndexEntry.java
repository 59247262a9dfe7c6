package org.plateau.prediction.function;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plateau.prediction.shape.CurveShape;

/**
 * What the index says about a function.
 *
 * <p>Functions that have the same curves are one entry, however their publications name the parameters: the other names
 * are its aliases, the other forms stand with its sources.
 *
 * @param name in kebab-case
 * @param aliases other names that it is found by, as publications have them
 * @param formula in text, with x for the epoch
 * @param parameters in the order in which values take them, at least one
 * @param covers the kinds of curves that it can describe, in the enum's order
 * @param sources the publications that it comes from; none for a user's own
 * @param smallestX smallest x at which it is used; points before it are left out of a fit
 */
public record IndexEntry(
        String name,
        List<String> aliases,
        String formula,
        List<Parameter> parameters,
        Set<CurveShape> covers,
        List<Source> sources,
        double smallestX) {
    private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    public IndexEntry {
        aliases = List.copyOf(aliases);
        parameters = List.copyOf(parameters);
        covers = covers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(covers));
        sources = List.copyOf(sources);
        Stream.concat(Stream.of(name), aliases.stream()).forEach(IndexEntry::requireKebabCase);
        if (parameters.isEmpty()
                || parameters.stream().map(Parameter::name).distinct().count() < parameters.size()) {
            throw new IllegalArgumentException(
                    "The function %s must have parameters of different names, but had %s".formatted(name, parameters));
        }
        if (!(smallestX >= 0)) {
            throw new IllegalArgumentException("The smallest x must be >= 0, but was " + smallestX);
        }
    }

    private static void requireKebabCase(String name) {
        if (!name.matches(KEBAB_CASE)) {
            throw new IllegalArgumentException(
                    "The name of a function must be in kebab-case, but was \"%s\"".formatted(name));
        }
    }

    /** The name and then the aliases. */
    public List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }
}
