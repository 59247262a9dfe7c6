package org.plateau.core.trail;

import java.time.Instant;

/**
 * One line of a record trail, known by network, attempt and sequence.
 *
 * @param network id of the network
 * @param attempt from 1
 * @param sequence from 0 in its attempt, without gaps
 * @param time when it was written
 * @param event what happened
 */
public record TrailEntry(String network, int attempt, int sequence, Instant time, TrailEvent event) {
    /** What ids of networks look like, as a regular expression. */
    public static final String ID = "[A-Za-z0-9._-]{1,128}";

    public TrailEntry {
        if (!network.matches(ID)) {
            throw new IllegalArgumentException(
                    "A network id must be letters, digits, dots, underscores and dashes, but was \"" + network + "\"");
        }
        if (attempt < 1 || sequence < 0) {
            throw new IllegalArgumentException(
                    "An attempt counts from 1 and a sequence from 0, but were %d and %d".formatted(attempt, sequence));
        }
    }
}
