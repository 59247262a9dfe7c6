package org.plateau.core.fitness;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured when an epoch was completed.
 *
 * @param epoch epochs completed
 * @param values by name: {@code train_loss}, {@code val_accuracy} (percent), {@code seconds}, {@code joules},
 *     {@code learning_rate} …; sorted by name. Quantities of the epoch, not running totals.
 */
public record Measurement(double epoch, Map<String, Double> values) {
    public Measurement {
        if (!(epoch >= 0) || Double.isInfinite(epoch)) {
            throw new IllegalArgumentException("An epoch must be a finite number ≥ 0, but was " + epoch);
        }
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
