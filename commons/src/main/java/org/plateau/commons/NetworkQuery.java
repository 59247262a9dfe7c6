package org.plateau.commons;

import java.util.Optional;

/**
 * Which networks to list.
 *
 * @param search beginning of the id or name of their searches, empty for all searches
 * @param limit how many at most, ≥ 1
 * @param sort which come first
 */
public record NetworkQuery(Optional<String> search, int limit, Sort sort) {
    /** Which networks come first; equal ones come by id. */
    public enum Sort {
        /** The latest entry first. */
        NEWEST,
        /** In the order in which the searcher was asked, search by search. */
        ASKED,
        /** The best fitness first (told, else best measured), networks without one last. */
        FITNESS,
        /** The fewest FLOPs first. */
        FLOPS,
        /** The most epochs first. */
        EPOCHS
    }

    public NetworkQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("A list's limit must be ≥ 1, but was " + limit);
        }
    }

    /** The latest networks of all searches. */
    public static NetworkQuery latest(int limit) {
        return new NetworkQuery(Optional.empty(), limit, Sort.NEWEST);
    }

    /** The networks of one search in the order in which they were asked for. */
    public static NetworkQuery of(String search, int limit) {
        return new NetworkQuery(Optional.of(search), limit, Sort.ASKED);
    }
}
