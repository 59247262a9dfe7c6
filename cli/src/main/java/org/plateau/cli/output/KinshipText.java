package org.plateau.cli.output;

import java.util.List;
import java.util.Locale;
import org.plateau.commons.Kinship;
import org.plateau.commons.NetworkSummary;
import org.plateau.core.trail.Annotation;
import org.plateau.core.trail.Annotation.Kind;

/** Prints what was said of a network, where it comes from and what became of it; nothing where there is nothing to say. */
final class KinshipText {
    private static final int MOST = 10;

    private KinshipText() {}

    static String of(NetworkSummary network, Kinship kinship) {
        StringBuilder text = new StringBuilder();
        network.name().ifPresent(name -> text.append("called ").append(name).append('\n'));
        network.shape().ifPresent(shape -> text.append("curve: ").append(shape).append('\n'));
        list(text, "tags: ", kinship.tags());
        list(text, "parents: ", kinship.parents());
        list(text, "children: ", kinship.children());
        kinship.said().stream()
                .filter(said -> said.kind() == Kind.NOTE || said.kind().compareTo(Kind.NAME) > 0)
                .forEach(said -> text.append(sentence(said)));
        kinship.mentions().forEach(mention -> text.append("network ")
                .append(mention.network())
                .append(": ")
                .append(sentence(mention)));
        return text.toString();
    }

    private static void list(StringBuilder text, String what, List<String> words) {
        if (!words.isEmpty()) {
            text.append(what).append(String.join(", ", words.subList(0, Math.min(MOST, words.size()))));
            text.append(words.size() > MOST ? " and %d more%n".formatted(words.size() - MOST) : "\n");
        }
    }

    private static String sentence(Annotation said) {
        String what = said.kind().name().toLowerCase(Locale.ROOT);
        String other = said.other().map(id -> " by " + id).orElse("");
        String words = said.text().isBlank() ? "" : ": " + said.text();
        return "%s%s%s (%s, %s)%n".formatted(what, other, words, said.author(), said.time());
    }
}
