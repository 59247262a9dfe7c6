package org.plateau.commons;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What taking trails in came to.
 *
 * @param attempts trails that were read
 * @param entries of them that were new
 * @param refused trails that could not be taken, which changed nothing
 */
public record Intake(int attempts, int entries, List<Refusal> refused) {
    /**
     * A trail that was not taken.
     *
     * @param trail its file
     * @param reason what is wrong with it, in a sentence
     */
    public record Refusal(Path trail, String reason) {
        static Refusal of(Path trail, RuntimeException reason) {
            return new Refusal(trail, String.valueOf(reason.getMessage()));
        }
    }

    public Intake {
        refused = List.copyOf(refused);
    }

    Intake plus(Intake other) {
        return new Intake(
                attempts + other.attempts,
                entries + other.entries,
                Stream.concat(refused.stream(), other.refused.stream()).toList());
    }
}
