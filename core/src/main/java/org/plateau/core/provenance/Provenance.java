package org.plateau.core.provenance;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is needed to compute a network again.
 *
 * @param environment of the process that generated it
 * @param seeds by what they seed: {@code search}, {@code split}, {@code training}
 * @param configuration the search's resolved configuration as canonical JSON
 */
public record Provenance(Environment environment, Map<String, Long> seeds, String configuration) {
    public Provenance {
        seeds = Collections.unmodifiableMap(new TreeMap<>(seeds));
    }
}
