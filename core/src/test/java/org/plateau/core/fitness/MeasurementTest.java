package org.plateau.core.fitness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    @Test
    void valuesAreSortedByNameAndCopied() {
        Map<String, Double> values = new HashMap<>(Map.of("val_loss", 0.5, "seconds", 2.0, "train_loss", Double.NaN));
        Measurement measurement = new Measurement(1.5, values);
        values.clear();

        assertThat(measurement.values().keySet()).containsExactly("seconds", "train_loss", "val_loss");
        assertThat(measurement.values()).containsEntry("train_loss", Double.NaN);
        assertThatThrownBy(() -> measurement.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
