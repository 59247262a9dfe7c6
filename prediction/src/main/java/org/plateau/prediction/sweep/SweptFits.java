package org.plateau.prediction.sweep;

import java.util.List;
import java.util.Optional;

/**
 * Every function of a sweep, fitted or not.
 *
 * @param fits in the order of the functions, RAW before BEST
 * @param unfitted the others, with reasons
 * @param epochs as of which past forecasts were made, the last one seen included
 * @param shares those of them that are at a share of the points seen, whatever the memory is
 * @param points finite values of the curve
 * @param spikes points that were put in the middle of their neighbours
 */
public record SweptFits(
        List<SweptFit> fits,
        List<Unfitted> unfitted,
        List<Double> epochs,
        List<Double> shares,
        int points,
        int spikes) {
    public SweptFits {
        fits = List.copyOf(fits);
        unfitted = List.copyOf(unfitted);
        epochs = List.copyOf(epochs);
        shares = List.copyOf(shares);
    }

    /** The fit of a function, empty where there is none. */
    public Optional<SweptFit> of(String function, Series series) {
        return fits.stream()
                .filter(fit -> fit.series() == series && fit.function().name().equals(function))
                .findFirst();
    }
}
