package org.plateau.cli.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plateau.prediction.ExplorationSettings;

/**
 * The key {@code termination.exploration}: which networks are trained to the horizon whatever the rules say, so that
 * others can be forecast from them; or {@code none}. What is left out is as in the preset {@code plateau}.
 *
 * @param first how many networks at the start
 * @param share of the later ones
 * @param novelty from which a network counts as unlike the finished ones
 */
public record ExplorationSection(OptionalInt first, OptionalDouble share, OptionalDouble novelty) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public ExplorationSection {
        Expect.atLeast(0, "first", first);
        share.ifPresent(part -> Expect.that(part >= 0 && part <= 1, "share", part, "a share in [0, 1]"));
        Expect.notNegative("novelty", novelty);
    }

    /** The word that stands for no exploration. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ExplorationSection named(String word) {
        Expect.that(word.equals("none"), "", word, "none, or a mapping of first, share and novelty");
        return of(ExplorationSettings.none());
    }

    /** The section of settings, nothing left out. */
    static ExplorationSection of(ExplorationSettings settings) {
        return new ExplorationSection(
                OptionalInt.of(settings.first()),
                OptionalDouble.of(settings.share()),
                OptionalDouble.of(settings.novelty()));
    }

    private record Keys(OptionalInt first, OptionalDouble share, OptionalDouble novelty) {}

    /** What stands in a resolved file. */
    @JsonValue
    Object written() {
        return equals(of(ExplorationSettings.none())) ? "none" : new Keys(first, share, novelty);
    }

    ExplorationSection resolved() {
        ExplorationSettings standard = ExplorationSettings.standard();
        return new ExplorationSection(
                OptionalInt.of(first.orElse(standard.first())),
                OptionalDouble.of(share.orElse(standard.share())),
                OptionalDouble.of(novelty.orElse(standard.novelty())));
    }

    /** Empty where nothing would be explored. */
    Optional<ExplorationSettings> settings() {
        ExplorationSettings settings =
                new ExplorationSettings(first.orElseThrow(), share.orElseThrow(), novelty.orElseThrow());
        return settings.first() == 0 && settings.share() == 0 ? Optional.empty() : Optional.of(settings);
    }
}
