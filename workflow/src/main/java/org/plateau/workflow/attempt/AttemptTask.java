package org.plateau.workflow.attempt;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.provenance.Provenance;
import org.plateau.core.trail.Origin;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.prediction.ExplorationSettings.Grant;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.journal.JournalEvent.Purpose;

/**
 * What a worker is to do; the content of an attempt's {@code task.json}.
 *
 * @param format version of this form
 * @param network id of the network
 * @param attempt its number
 * @param purpose what it is for
 * @param origin how the network came to be
 * @param architecture its graph
 * @param dataset what it trains on
 * @param fingerprint of the dataset that the search began with; another one is refused
 * @param training how
 * @param seed of its weights and shuffles
 * @param resume where to go on, empty to begin
 * @param prediction the engine and rules that watch it; no rules for a full training
 * @param history version of the run's history that its forecasts and verdicts may use: the number of its lines
 * @param role what else they may use; absent where nothing is judged, and in tasks of older versions
 * @param lastEpoch epoch after which it ends although the horizon lies further on; absent for none
 * @param provenance what is needed to do it again
 * @param device to compute on
 * @param threads compute threads
 */
public record AttemptTask(
        int format,
        String network,
        int attempt,
        Purpose purpose,
        Origin origin,
        Architecture architecture,
        DatasetSpecification dataset,
        String fingerprint,
        TrainingConfiguration training,
        long seed,
        Optional<Resume> resume,
        PredictionSettings prediction,
        long history,
        Optional<Role> role,
        Optional<Integer> lastEpoch,
        Provenance provenance,
        String device,
        int threads) {
    /** Version of the form that is written. */
    public static final int FORMAT = 1;

    /**
     * A network's place in its search.
     *
     * @param objectives what the search optimises, in the order of its configuration
     * @param grant whether the network may go to the horizon although a rule would stop it
     * @param exploring whether it is on its way there: an older attempt overruled a rule before the epoch that is resumed
     */
    public record Role(List<FitnessMeasure> objectives, Grant grant, boolean exploring) {
        public Role {
            objectives = List.copyOf(objectives);
        }
    }

    /**
     * A checkpoint of an older attempt, and what had been measured up to it.
     *
     * @param point attempt, epoch and hash
     * @param file the checkpoint
     * @param measured every epoch up to it, oldest first
     */
    public record Resume(ResumePoint point, Path file, List<Measurement> measured) {
        public Resume {
            measured = List.copyOf(measured);
        }
    }
}
