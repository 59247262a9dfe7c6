package org.plateau.prediction.replay;

import java.util.List;

/**
 * A search that was replayed.
 *
 * @param outcomes of its networks, in order of arrival
 * @param micros mean microseconds of a forecast, NaN where none was made
 */
public record Replayed(List<Outcome> outcomes, double micros) {
    public Replayed {
        outcomes = List.copyOf(outcomes);
    }
}
