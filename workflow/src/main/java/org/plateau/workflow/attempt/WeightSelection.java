package org.plateau.workflow.attempt;

import java.util.Comparator;
import java.util.List;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.trail.CountedEpoch;

/** Of which epochs the data commons keeps a network's weights, out of those whose checkpoints a training has kept. */
public enum WeightSelection {
    /** Of none. */
    NONE,
    /** Of the last one. */
    LAST,
    /** Of the one with the best fitness; the last of equals. */
    BEST,
    /** Of all of them. */
    ALL;

    /** The epochs in the order in which they are wanted. */
    List<CountedEpoch> preferred(List<CountedEpoch> epochs, FitnessMeasure fitness) {
        Comparator<CountedEpoch> latest = Comparator.comparingDouble(CountedEpoch::epoch);
        return switch (this) {
            case NONE -> List.of();
            case LAST, ALL -> epochs.stream().sorted(latest.reversed()).toList();
            case BEST ->
                epochs.stream()
                        .sorted(Comparator.comparingDouble((CountedEpoch epoch) -> worth(epoch, fitness))
                                .thenComparing(latest)
                                .reversed())
                        .toList();
        };
    }

    /** How many of them, at most. */
    int most() {
        return this == ALL ? Integer.MAX_VALUE : 1;
    }

    private static double worth(CountedEpoch epoch, FitnessMeasure fitness) {
        double value = epoch.value(fitness.name());
        if (Double.isNaN(value)) {
            return Double.NEGATIVE_INFINITY;
        }
        return -fitness.direction().asCost(value);
    }
}
