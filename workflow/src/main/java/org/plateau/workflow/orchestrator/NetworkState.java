package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plateau.core.trail.Ending;
import org.plateau.search.Candidate;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.Purpose;

/** What the journal says of one network. */
final class NetworkState {
    private final Candidate candidate;
    private final String id;
    private final long seed;
    private final int toldBefore;
    private final List<Attempt> attempts = new ArrayList<>();
    private boolean finishedBefore;

    /** An attempt and, when it is over, its end. */
    record Attempt(AttemptPlanned planned, Optional<AttemptEnded> ended) {
        boolean is(Purpose purpose) {
            return planned.purpose() == purpose;
        }
    }

    /** @param toldBefore how many networks had been told when it was asked for */
    NetworkState(Candidate candidate, String id, long seed, int toldBefore) {
        this.candidate = candidate;
        this.id = id;
        this.seed = seed;
        this.toldBefore = toldBefore;
    }

    Candidate candidate() {
        return candidate;
    }

    String id() {
        return id;
    }

    long seed() {
        return seed;
    }

    /** How many networks had been told when it was asked for. */
    int toldBefore() {
        return toldBefore;
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /**
     * One of its attempts.
     *
     * @throws IllegalStateException if no attempt of this number was planned
     */
    Attempt attempt(int number) {
        return attempts.stream()
                .filter(attempt -> attempt.planned().attempt() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The journal speaks of attempt %d at network %s, which was not planned".formatted(number, id)));
    }

    void planned(AttemptPlanned planned) {
        attempts.add(new Attempt(planned, Optional.empty()));
    }

    void ended(AttemptEnded ended) {
        attempts.replaceAll(attempt -> attempt.planned().attempt() == ended.attempt()
                ? new Attempt(attempt.planned(), Optional.of(ended))
                : attempt);
    }

    /** The search goes on after it had ended; what was trained to the horizon then is known from now on. */
    void reopen() {
        finishedBefore = settled(Purpose.FINISH).isPresent();
    }

    /** Whether it was trained to the horizon before the search was reopened. */
    boolean finishedBefore() {
        return finishedBefore;
    }

    int nextAttempt() {
        return attempts.stream().mapToInt(a -> a.planned().attempt()).max().orElse(0) + 1;
    }

    /** Attempts that were planned and are not known to be over. */
    List<Attempt> open() {
        return attempts.stream().filter(attempt -> attempt.ended().isEmpty()).toList();
    }

    /** The end that decided what became of a purpose: completed, stopped or diverged. */
    Optional<AttemptEnded> settled(Purpose purpose) {
        return attempts.stream()
                .filter(attempt -> attempt.is(purpose))
                .flatMap(attempt -> attempt.ended().stream())
                .filter(end -> end.ending() == Ending.COMPLETED
                        || end.ending() == Ending.STOPPED
                        || end.ending() == Ending.DIVERGED)
                .reduce((first, second) -> second);
    }

    /** The end that tells the network's values: of its training to the horizon if there was one, else of the search. */
    Optional<AttemptEnded> result() {
        return settled(Purpose.FINISH).or(() -> settled(Purpose.SEARCH));
    }

    /** Whether its search went to the horizon. */
    boolean isCompleted() {
        return settled(Purpose.SEARCH)
                .filter(end -> end.ending() == Ending.COMPLETED)
                .isPresent();
    }

    /** Whether a purpose came to its end, or can not, having failed as often as is allowed. */
    boolean isThrough(Purpose purpose, int allowed) {
        return settled(purpose).isPresent() || isGivenUp(purpose, allowed);
    }

    /** Whether a purpose failed as often as is allowed. */
    boolean isGivenUp(Purpose purpose, int allowed) {
        return settled(purpose).isEmpty() && faults(purpose) >= allowed;
    }

    int faults(Purpose purpose) {
        return (int) attempts.stream()
                .filter(attempt -> attempt.is(purpose))
                .flatMap(attempt -> attempt.ended().stream())
                .filter(AttemptEnded::fault)
                .count();
    }

    /** What the last attempt that failed has to say. */
    Optional<String> lastFault(Purpose purpose) {
        return attempts.stream()
                .filter(attempt -> attempt.is(purpose))
                .flatMap(attempt -> attempt.ended().stream())
                .filter(AttemptEnded::fault)
                .map(AttemptEnded::message)
                .reduce((first, second) -> second);
    }

    /** Epochs trained in all attempts, those trained twice counted twice. */
    double epochsSpent() {
        double epochs = 0;
        for (Attempt attempt : attempts) {
            double from = attempt.planned().resume().map(point -> point.epoch()).orElse(0.0);
            epochs += attempt.ended()
                    .filter(end -> !attempt.is(Purpose.TEST))
                    .map(end -> Math.max(0, end.epoch() - from))
                    .orElse(0.0);
        }
        return epochs;
    }
}
