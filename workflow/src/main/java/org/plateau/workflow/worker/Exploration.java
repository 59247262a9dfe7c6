package org.plateau.workflow.worker;

import java.util.Optional;
import java.util.TreeMap;
import org.plateau.core.trail.TrailEvent;
import org.plateau.prediction.ExplorationSettings;
import org.plateau.prediction.ExplorationSettings.Grant;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Peers;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.Verdict;
import org.plateau.prediction.rule.Diverged;
import org.plateau.workflow.attempt.AttemptRecord;
import org.plateau.workflow.attempt.AttemptTask;

/** Lets a training that may go to the horizon go on when a rule wants to stop it. One for each attempt. */
final class Exploration {
    private static final String DIVERGED = Diverged.standard().name();

    private final Optional<ExplorationSettings> settings;
    private final Grant grant;
    private boolean exploring;
    private boolean recorded;

    private Exploration(Optional<ExplorationSettings> settings, Grant grant, boolean exploring) {
        this.settings = settings;
        this.grant = grant;
        this.exploring = exploring;
        this.recorded = exploring;
    }

    static Exploration of(PredictionSettings settings, AttemptTask task) {
        return new Exploration(
                settings.exploration(),
                task.role().map(AttemptTask.Role::grant).orElse(Grant.NONE),
                task.role().map(AttemptTask.Role::exploring).orElse(false));
    }

    /** Whether the training goes on nevertheless; once it does, it does to the end, but for a divergence. */
    boolean overrules(Verdict.Stop stop, Forecast forecast) {
        if (stop.rule().equals(DIVERGED)) {
            return false;
        }
        exploring = exploring
                || settings.filter(known -> known.continues(grant, forecast)).isPresent();
        return exploring;
    }

    /** The line for the trail of a verdict that was overruled. The first one says so with its evidence. */
    TrailEvent.VerdictGiven entry(double epoch, Verdict.Stop stop, Peers peers) {
        boolean first = !recorded;
        recorded = true;
        return new TrailEvent.VerdictGiven(
                epoch,
                false,
                first ? AttemptRecord.EXPLORATION : "none",
                "Trained to the horizon to learn from, although: " + stop.reason(),
                new TreeMap<>(stop.evidence()),
                peers.version());
    }
}
