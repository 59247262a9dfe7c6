package org.plateau.cli.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plateau.prediction.Finalists;

/**
 * The key {@code termination.finalists}: which stopped networks are trained on before a search ends because something
 * better is expected of them; or {@code none}. What is left out is as in the preset {@code plateau}.
 *
 * @param improvement expected improvement that is worth a training, in points
 * @param most how many are trained on for it
 */
public record FinalistsSection(OptionalDouble improvement, OptionalInt most) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public FinalistsSection {
        Expect.notNegative("improvement", improvement);
        Expect.atLeast(0, "most", most);
    }

    /** The word that stands for the front alone. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FinalistsSection named(String word) {
        Expect.that(word.equals("none"), "", word, "none, or a mapping of improvement and most");
        return of(Finalists.none());
    }

    /** The section of settings, nothing left out. */
    static FinalistsSection of(Finalists settings) {
        return new FinalistsSection(OptionalDouble.of(settings.improvement()), OptionalInt.of(settings.most()));
    }

    private record Keys(OptionalDouble improvement, OptionalInt most) {}

    /** What stands in a resolved file. */
    @JsonValue
    Object written() {
        return equals(of(Finalists.none())) ? "none" : new Keys(improvement, most);
    }

    FinalistsSection resolved() {
        Finalists standard = Finalists.standard();
        return new FinalistsSection(
                OptionalDouble.of(improvement.orElse(standard.improvement())),
                OptionalInt.of(most.orElse(standard.most())));
    }

    /** Empty where only the front is to be measured, by what it was told. */
    Optional<Finalists> settings() {
        Finalists settings = new Finalists(improvement.orElseThrow(), most.orElseThrow());
        return settings.equals(Finalists.none()) ? Optional.empty() : Optional.of(settings);
    }
}
