package org.plateau.core.trail;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One parametric function's part in a forecast.
 *
 * @param name in the index of functions
 * @param coefficients by name, empty where the fit failed
 * @param weight of its prediction in the forecast, in [0, 1]
 * @param prediction what it says for the horizon
 */
public record FittedFunction(String name, Map<String, Double> coefficients, double weight, double prediction) {
    public FittedFunction {
        coefficients = Collections.unmodifiableMap(new LinkedHashMap<>(coefficients));
    }
}
