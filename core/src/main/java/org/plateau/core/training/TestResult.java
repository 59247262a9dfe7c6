package org.plateau.core.training;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trained network measured on the test split.
 *
 * @param measures by name, {@code test_loss}, {@code test_accuracy} …
 * @param confusion images by true class (rows) and answered class (columns)
 */
public record TestResult(Map<String, Double> measures, List<List<Integer>> confusion) {
    public TestResult {
        measures = Collections.unmodifiableMap(new TreeMap<>(measures));
        confusion = confusion.stream().map(List::copyOf).toList();
    }
}
