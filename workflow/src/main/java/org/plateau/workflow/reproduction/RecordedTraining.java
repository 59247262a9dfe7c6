package org.plateau.workflow.reproduction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plateau.core.provenance.Environment;
import org.plateau.core.trail.CountedEpoch;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.AttemptStarted;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;
import org.plateau.core.trail.TrailEvent.TrainingEnded;

/**
 * A training as its record trail tells it.
 *
 * @param network its id
 * @param generated what was trained, on what and how
 * @param epochs that count, oldest first, at least one
 * @param environments in which they were trained, each once
 * @param diverged whether its loss was no number in the end
 */
public record RecordedTraining(
        String network,
        NetworkGenerated generated,
        List<CountedEpoch> epochs,
        List<Environment> environments,
        boolean diverged) {
    public RecordedTraining {
        epochs = List.copyOf(epochs);
        environments = List.copyOf(environments);
    }

    /**
     * Reads it from entries of one network: all of them, or those of one attempt.
     *
     * @param name of what they were read from, for messages
     * @throws ReproductionException if they are not enough to do it again
     */
    public static RecordedTraining of(String name, List<TrailEntry> trail) {
        NetworkGenerated generated = trail.stream()
                .map(TrailEntry::event)
                .filter(NetworkGenerated.class::isInstance)
                .map(NetworkGenerated.class::cast)
                .findFirst()
                .orElseThrow(() -> new ReproductionException(name + " does not say what was trained"));
        List<CountedEpoch> epochs = CountedEpoch.of(trail);
        if (epochs.isEmpty()) {
            throw new ReproductionException(name + " has no epoch that could be trained again");
        }
        Set<Integer> attempts = new HashSet<>();
        epochs.forEach(epoch -> attempts.add(epoch.attempt()));
        List<Environment> environments = trail.stream()
                .filter(entry -> attempts.contains(entry.attempt()) && entry.event() instanceof AttemptStarted)
                .map(entry -> ((AttemptStarted) entry.event()).environment())
                .distinct()
                .toList();
        boolean diverged = trail.stream()
                .filter(entry -> attempts.contains(entry.attempt()))
                .map(TrailEntry::event)
                .filter(TrainingEnded.class::isInstance)
                .map(event -> ((TrainingEnded) event).ending())
                .reduce((earlier, later) -> later)
                .filter(ending -> ending == Ending.DIVERGED)
                .isPresent();
        Set<String> networks = trail.stream().map(TrailEntry::network).collect(Collectors.toSet());
        if (networks.size() > 1) {
            throw new ReproductionException("%s is of several networks: %s".formatted(name, networks));
        }
        return new RecordedTraining(trail.get(0).network(), generated, epochs, environments, diverged);
    }

    /**
     * The last epoch that was completed.
     *
     * @throws ReproductionException if it is none that Plateau's trainer measures after
     */
    public int lastEpoch() {
        double last = epochs.get(epochs.size() - 1).epoch();
        if (last != Math.rint(last) || last < 1 || last > generated.training().epochs()) {
            throw new ReproductionException("Network %s was measured after epoch %s, expected whole epochs up to %d"
                    .formatted(network, last, generated.training().epochs()));
        }
        return (int) last;
    }
}
