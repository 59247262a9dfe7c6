package org.plateau.workflow.orchestrator;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How far a search is.
 *
 * @param phase what it is at
 * @param asked networks asked for
 * @param told networks whose results are in
 * @param budget networks that it may ask for, where that is limited
 * @param generation of the newest network
 * @param epochsSpent epochs trained
 * @param epochsSaved epochs that full training of the told networks would have needed beyond
 * @param running attempts under way
 * @param elapsedSeconds of all sessions
 * @param remainingSeconds where it can be told
 */
public record Progress(
        Phase phase,
        int asked,
        int told,
        OptionalInt budget,
        int generation,
        double epochsSpent,
        double epochsSaved,
        int running,
        double elapsedSeconds,
        OptionalDouble remainingSeconds) {
    /** The parts of a search. */
    public enum Phase {
        SEARCHING,
        FINISHING_FRONT,
        TESTING_FRONT
    }
}
