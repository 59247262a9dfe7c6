package org.plateau.commons;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.AttemptStarted;
import org.plateau.core.trail.TrailEvent.NetworkTested;
import org.plateau.core.trail.TrailEvent.TrainingEnded;
import org.plateau.core.trail.TrailEvent.VerdictGiven;

/**
 * How far a network has come, as its trail tells.
 *
 * @param status of the latest attempt
 * @param told the fitness that the searcher was told last, empty before
 * @param stop the verdict that ended the latest attempt, empty where none did
 * @param message how the latest attempt ended, in a sentence; empty text before
 * @param test measures on the test split, empty where it was not tested
 * @param attempts how many there are
 * @param lastAttempt number of the latest one
 * @param created time of the first entry
 * @param updated time of the latest entry
 */
public record Standing(
        Status status,
        Optional<Fitness> told,
        Optional<StopReason> stop,
        String message,
        Map<String, Double> test,
        int attempts,
        int lastAttempt,
        Instant created,
        Instant updated) {
    public Standing {
        test = Collections.unmodifiableMap(new TreeMap<>(test));
    }

    /** Before the first entry. */
    static Standing before(TrailEntry first) {
        return new Standing(
                Status.TRAINING, Optional.empty(), Optional.empty(), "", Map.of(), 0, 0, first.time(), first.time());
    }

    /**
     * After one more entry, which must not belong to an attempt before the latest. A completed network stays completed when
     * an attempt goes on from its end, to test it.
     *
     * @param horizon epochs of a full training
     */
    Standing after(TrailEntry entry, double horizon) {
        Standing seen = new Standing(
                status,
                told,
                stop,
                message,
                test,
                entry.attempt() > lastAttempt ? attempts + 1 : attempts,
                entry.attempt(),
                entry.time().isBefore(created) ? entry.time() : created,
                entry.time().isAfter(updated) ? entry.time() : updated);
        if (entry.event() instanceof AttemptStarted started) {
            boolean trains =
                    started.resumedFrom().map(from -> from.epoch() < horizon).orElse(true);
            return status == Status.COMPLETED && !trains
                    ? seen
                    : seen.with(Status.TRAINING, told, Optional.empty(), "", test);
        }
        if (entry.event() instanceof VerdictGiven verdict && verdict.stop()) {
            return seen.with(
                    status, told, Optional.of(new StopReason(verdict.rule(), verdict.reason())), message, test);
        }
        if (entry.event() instanceof TrainingEnded ended && status != Status.COMPLETED) {
            return seen.with(Status.of(ended.ending()), ended.fitness().or(() -> told), stop, ended.message(), test);
        }
        if (entry.event() instanceof NetworkTested tested) {
            return seen.with(status, told, stop, message, tested.result().measures());
        }
        return seen;
    }

    private Standing with(
            Status newStatus,
            Optional<Fitness> newTold,
            Optional<StopReason> newStop,
            String newMessage,
            Map<String, Double> newTest) {
        return new Standing(newStatus, newTold, newStop, newMessage, newTest, attempts, lastAttempt, created, updated);
    }
}
