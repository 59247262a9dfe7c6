package org.plateau.core.trail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What someone says of a network later: not part of its life, but of what became of it. Known by its key, so that the same
 * one said in two places is one.
 *
 * @param key a UUID
 * @param network id of the network that it is about
 * @param author who says so
 * @param time when
 * @param kind what is said
 * @param text the note, the tag, the name, or a sentence
 * @param other id of another network that it tells of
 */
public record Annotation(
        String key, String network, String author, Instant time, Kind kind, String text, Optional<String> other) {
    /** What an annotation says. */
    public enum Kind {
        /** A remark. */
        NOTE,
        /** The network has this tag. */
        TAG,
        /** It does not have it any more. */
        UNTAG,
        /** It is called so; an empty text takes the name away. */
        NAME,
        /** It was used again: its weights, its architecture; the other network, where there is one, came of it. */
        REUSED,
        /** The other network took its place. */
        SUPERSEDED,
        /** The other network is the same one trained again; the text says how they compare. */
        REPRODUCED
    }

    private static final int LONGEST = 65_536;

    /** Times are in milliseconds, as all databases keep them. */
    public Annotation {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        require(key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "key must be a UUID in lower case", key);
        require(network.matches(TrailEntry.ID), "network must be a network's id", network);
        other.ifPresent(id -> require(id.matches(TrailEntry.ID), "other network must be a network's id", id));
        require(
                text.length() <= LONGEST,
                "text must have at most " + LONGEST + " characters",
                text.length() + " of them");
        require(!(author + text).contains("\0"), "author and text must not hold U+0000", "such");
        switch (kind) {
            case NOTE, TAG, UNTAG -> require(!text.isBlank(), "text must say something", text);
            case SUPERSEDED, REPRODUCED -> require(other.isPresent(), "other network must be named", "none");
            case NAME, REUSED -> {}
        }
        if (kind == Kind.TAG || kind == Kind.UNTAG) {
            require(
                    text.matches("[^\\s,]{1,100}"),
                    "tag must be a word of at most 100 characters without commas",
                    text);
        }
    }

    private static void require(boolean sound, String rule, String found) {
        if (!sound) {
            throw new IllegalArgumentException("An annotation's %s, but was \"%s\"".formatted(rule, found));
        }
    }
}
