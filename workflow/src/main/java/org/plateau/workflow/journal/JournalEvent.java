package org.plateau.workflow.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.provenance.Environment;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.Interval;
import org.plateau.core.trail.ResumePoint;
import org.plateau.prediction.ExplorationSettings.Grant;
import org.plateau.search.Candidate;

/** A decision of the orchestrator, or something it took note of. */
public sealed interface JournalEvent {

    /**
     * The search began. Always the first line.
     *
     * @param format version of the run folder's layout
     * @param search unique id of the search
     * @param configuration canonical JSON of the resolved configuration
     * @param dataset what the workers loaded
     * @param environment of the workers
     */
    record SearchStarted(
            int format, String search, String configuration, DatasetProperties dataset, Environment environment)
            implements JournalEvent {}

    /**
     * An orchestrator took the run up again.
     *
     * @param holder which process
     * @param configuration canonical JSON of its resolved configuration; only the budget may differ from the first one
     * @param reopened whether the budget changed, so that more networks may be asked for
     */
    record SearchResumed(String holder, String configuration, Environment environment, boolean reopened)
            implements JournalEvent {}

    /**
     * The search learns from trainings of others, too; they are the first lines of the run's history.
     *
     * @param networks in their order
     */
    record EarlierTaken(List<String> networks) implements JournalEvent {
        public EarlierTaken {
            networks = List.copyOf(networks);
        }
    }

    /** The searcher was asked and proposed a network. */
    record Asked(Candidate candidate, String network, long seed) implements JournalEvent {}

    /**
     * An attempt has its number and its task; written before it is submitted.
     *
     * @param history version of the run's history that it may see: how many lines
     * @param grant whether it may go to the horizon although a rule would stop it; absent where rules do not matter
     */
    record AttemptPlanned(
            String network,
            int attempt,
            Purpose purpose,
            Optional<ResumePoint> resume,
            long history,
            Optional<Grant> grant)
            implements JournalEvent {}

    /**
     * An attempt is over.
     *
     * @param epoch epochs completed at its end
     * @param fitness absent where it ended without one
     * @param series the last value of every recorded series, but for {@code seconds} and {@code joules} their sums, over all
     *     epochs that count, those of the attempts it went on from included
     * @param fault whether it counts against the limit of attempts
     */
    record AttemptEnded(
            String network,
            int attempt,
            Ending ending,
            double epoch,
            Optional<Fitness> fitness,
            Map<String, Double> series,
            boolean fault,
            String message)
            implements JournalEvent {}

    /** The searcher was told costs, in the order of the objectives. */
    record Told(int ask, List<Double> costs, boolean measured) implements JournalEvent {
        public Told {
            costs = List.copyOf(costs);
        }
    }

    /** The searcher was told that nothing came of a candidate. */
    record ToldFailed(int ask, String reason) implements JournalEvent {}

    /**
     * The forecasts of stopped networks were made again from what has finished, before some of them are trained on. What the
     * searcher was told stays as it was.
     *
     * @param history version of the finished trainings that they were made from: those told, and {@code finished}
     * @param finished networks trained on to the horizon that count from now on, in the order in which they were chosen
     * @param forecasts of the other stopped networks, as far as there are any
     */
    record ForecastsRevised(long history, List<String> finished, List<Revised> forecasts) implements JournalEvent {
        public ForecastsRevised {
            finished = List.copyOf(finished);
            forecasts = List.copyOf(forecasts);
        }
    }

    /**
     * What is expected of a network now.
     *
     * @param value of the fitness at the horizon
     * @param interval that holds it with 80 %, where the engine gives one
     */
    record Revised(String network, double value, Optional<Interval> interval) {}

    /** No more networks are asked for. */
    record AskingEnded(String reason) implements JournalEvent {}

    /** The orchestrator left before the end. */
    record SearchInterrupted(String reason, double seconds) implements JournalEvent {}

    /** All of the front was measured. */
    record SearchFinished(List<String> front, double seconds, CpuSeconds cpu) implements JournalEvent {
        public SearchFinished {
            front = List.copyOf(front);
        }
    }

    /** What an attempt is for. */
    enum Purpose {
        /** To train a proposed network under the rules of the search. */
        SEARCH,
        /** To train a predicted member of the front to the horizon. */
        FINISH,
        /** To measure a member of the final front on the test split. */
        TEST
    }

    /**
     * CPU seconds of the last orchestrator of this run and its workers.
     *
     * @param orchestrator its process
     * @param starting part of it spent before the search began
     * @param workers all worker processes, from their start
     * @param opening part of the workers' spent on starting and loading
     * @param beside part of the workers' spent beside training: prediction, record trails
     */
    record CpuSeconds(double orchestrator, double starting, double workers, double opening, double beside) {}
}
