package org.plateau.cli.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plateau.prediction.Finalists;

/**
 * The key {@code termination.finalists}: which stopped networks are trained on before a search ends because something
 * better is expected of them; or {@code none}. What is left out is as in the preset {@code plateau}.
 *
 * @param improvement expected improvement that is worth a training, in points
 * @param share of all networks that are trained on for it, at most
 */
public record FinalistsSection(OptionalDouble improvement, OptionalDouble share) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public FinalistsSection {
        Expect.notNegative("improvement", improvement);
        share.ifPresent(part -> Expect.that(part >= 0 && part <= 1, "share", part, "a share in [0, 1]"));
    }

    /** The word that stands for the front alone. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FinalistsSection named(String word) {
        Expect.that(word.equals("none"), "", word, "none, or a mapping of improvement and share");
        return of(Finalists.none());
    }

    /** The section of settings, nothing left out. */
    static FinalistsSection of(Finalists settings) {
        return new FinalistsSection(OptionalDouble.of(settings.improvement()), OptionalDouble.of(settings.share()));
    }

    private record Keys(OptionalDouble improvement, OptionalDouble share) {}

    /** What stands in a resolved file. */
    @JsonValue
    Object written() {
        return equals(of(Finalists.none())) ? "none" : new Keys(improvement, share);
    }

    FinalistsSection resolved() {
        Finalists standard = Finalists.standard();
        return new FinalistsSection(
                OptionalDouble.of(improvement.orElse(standard.improvement())),
                OptionalDouble.of(share.orElse(standard.share())));
    }

    /** Empty where only the front is to be measured, by what it was told. */
    Optional<Finalists> settings() {
        Finalists settings = new Finalists(improvement.orElseThrow(), share.orElseThrow());
        return settings.equals(Finalists.none()) ? Optional.empty() : Optional.of(settings);
    }
}
