package org.plateau.search;

/** What a searcher answers when it is asked for work. */
public sealed interface Asked {
    /** A candidate to evaluate; the searcher expects to be told about it. */
    record Proposed(Candidate candidate) implements Asked {}

    /** Nothing now: the searcher must first be told about candidates that are pending. */
    record Waiting(int pending) implements Asked {}

    /** Nothing any more: {@code tries} random draws in a row gave nothing that was new. */
    record Exhausted(int tries) implements Asked {}
}
