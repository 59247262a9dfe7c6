package org.plateau.search;

/**
 * Proposes networks and learns from what became of them: ask, evaluate somewhere, tell.
 *
 * <p>Any number of candidates may be pending, and they may be told in any order. The same seed and the same sequence of
 * proposals and tells give the same candidates, and a searcher restored from its state goes on as the first one would
 * have. No genome is proposed twice. An ask that proposes nothing changes nothing. Not safe for use by several threads at once.
 */
public interface Searcher {
    /** The next candidate, or why there is none. */
    Asked ask();

    /**
     * Takes the result of a pending candidate.
     *
     * @throws SearcherException if the ask number is not pending, or the number of costs is not that of earlier ones
     */
    void tell(int ask, Told told);

    /** All that this searcher knows, as a value. */
    SearcherState state();
}
