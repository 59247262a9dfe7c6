package org.plateau.search.searchers;

/** What makes a genome new to a searcher that never asks for anything twice. */
public enum Novelty {
    /** No genome before it had the same text. */
    GENOME,
    /** No genome before it stood for the same network, whatever its text ({@code SearchSpace.canonical}). */
    NETWORK
}
