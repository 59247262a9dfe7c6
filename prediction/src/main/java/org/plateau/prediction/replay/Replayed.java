package org.plateau.prediction.replay;

import java.util.List;

/**
 * A search that was replayed.
 *
 * @param outcomes of its networks, in order of arrival
 * @param bestMeasured whether the search ends by measuring its best, so that the one it reports as best was measured
 * @param micros mean microseconds of a forecast, NaN where none was made
 */
public record Replayed(List<Outcome> outcomes, boolean bestMeasured, double micros) {
    public Replayed {
        outcomes = List.copyOf(outcomes);
    }
}
