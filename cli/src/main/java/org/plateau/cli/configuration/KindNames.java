package org.plateau.cli.configuration;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the key {@code kind} may be for the members of a sealed interface: their class names in kebab-case. */
final class KindNames {
    private static final KebabCaseStrategy NAMES = new KebabCaseStrategy();

    private KindNames() {}

    static String of(Class<?> root) {
        return Arrays.stream(root.getPermittedSubclasses()).map(KindNames::name).collect(Collectors.joining(", "));
    }

    static String name(Class<?> member) {
        return NAMES.translate(member.getSimpleName()).replaceAll("-section$", "");
    }
}
