package org.plateau.workflow.reproduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.plateau.core.provenance.Environment;
import org.plateau.core.trail.CountedEpoch;

/**
 * A training beside the same one done again. Compared is every epoch that was recorded: all its measures but times and energy, bit by bit,
 * and the weights by the hashes of the checkpoints.
 *
 * @param network id of the one that was done again
 * @param reproduction id of the other one
 * @param firstEpoch first epoch that was compared
 * @param lastEpoch last epoch that was compared
 * @param differences of measures, by epoch
 * @param weightsCompared epochs that both left a checkpoint of
 * @param otherWeights those of them after which the weights, or what the optimiser remembers, are others
 * @param otherEnding what differs in how they ended, empty where nothing does
 * @param environment what differs in where they were trained
 */
public record Comparison(
        String network,
        String reproduction,
        int firstEpoch,
        int lastEpoch,
        List<MeasureDifference> differences,
        int weightsCompared,
        List<Double> otherWeights,
        Optional<String> otherEnding,
        List<EnvironmentDifference> environment) {
    public Comparison {
        differences = List.copyOf(differences);
        otherWeights = List.copyOf(otherWeights);
        environment = List.copyOf(environment);
    }

    /**
     * A measure of an epoch that is another one, or that only one of them has.
     *
     * @param epoch epochs completed
     * @param measure its name
     * @param recorded empty where it was not measured
     * @param reproduced empty where it was not measured
     */
    public record MeasureDifference(
            double epoch, String measure, Optional<Double> recorded, Optional<Double> reproduced) {}

    /** Whether nothing differs but times, energy and the place. */
    public boolean identical() {
        return differences.isEmpty() && otherWeights.isEmpty() && otherEnding.isEmpty();
    }

    /** Epochs in which a measure or the weights differ. */
    public int differentEpochs() {
        TreeSet<Double> epochs = new TreeSet<>(otherWeights);
        differences.forEach(difference -> epochs.add(difference.epoch()));
        return epochs.size();
    }

    /** Compares. */
    public static Comparison of(RecordedTraining recorded, RecordedTraining reproduced, Environment here) {
        List<MeasureDifference> differences = new ArrayList<>();
        List<Double> otherWeights = new ArrayList<>();
        int weightsCompared = 0;
        for (CountedEpoch epoch : recorded.epochs()) {
            Optional<CountedEpoch> again = reproduced.epochs().stream()
                    .filter(other -> other.epoch() == epoch.epoch())
                    .findFirst();
            differences.addAll(measures(epoch, again));
            Optional<String> weights = again.flatMap(CountedEpoch::checkpoint);
            if (epoch.checkpoint().isPresent() && weights.isPresent()) {
                weightsCompared++;
                if (!epoch.checkpoint().equals(weights)) {
                    otherWeights.add(epoch.epoch());
                }
            }
        }
        return new Comparison(
                recorded.network(),
                reproduced.network(),
                (int) recorded.epochs().get(0).epoch(),
                recorded.lastEpoch(),
                differences,
                weightsCompared,
                otherWeights,
                ending(recorded, reproduced),
                EnvironmentDifference.between(recorded.environments(), here));
    }

    private static List<MeasureDifference> measures(CountedEpoch recorded, Optional<CountedEpoch> again) {
        TreeSet<String> names =
                new TreeSet<>(recorded.measured().measurement().values().keySet());
        again.ifPresent(
                epoch -> names.addAll(epoch.measured().measurement().values().keySet()));
        names.removeIf(Comparison::isOfTheMachine);
        List<MeasureDifference> differences = new ArrayList<>();
        for (String name : names) {
            Optional<Double> one = value(Optional.of(recorded), name);
            Optional<Double> other = value(again, name);
            // As objects, doubles are equal where all their bits are; NaN is NaN.
            if (!one.equals(other)) {
                differences.add(new MeasureDifference(recorded.epoch(), name, one, other));
            }
        }
        return differences;
    }

    private static Optional<Double> value(Optional<CountedEpoch> epoch, String name) {
        return epoch.flatMap(
                one -> Optional.ofNullable(one.measured().measurement().values().get(name)));
    }

    /** Whether a measure tells of the machine and not of the network. */
    private static boolean isOfTheMachine(String measure) {
        return measure.endsWith("seconds") || measure.endsWith("joules");
    }

    private static Optional<String> ending(RecordedTraining recorded, RecordedTraining reproduced) {
        if (recorded.diverged() != reproduced.diverged()) {
            return Optional.of(
                    recorded.diverged()
                            ? "The recorded training diverged, the reproduced one did not"
                            : "The reproduced training diverged, the recorded one did not");
        }
        return recorded.lastEpoch() == reproduced.lastEpoch()
                ? Optional.empty()
                : Optional.of("The recorded training ended after epoch %d, the reproduced one after epoch %d"
                        .formatted(recorded.lastEpoch(), reproduced.lastEpoch()));
    }
}
