package org.plateau.prediction.fit;

import java.util.Map;

/** The result of fitting a function to a curve: an answer or a reason why there is none. Never an exception. */
public sealed interface Fit {
    /**
     * A fitted function.
     *
     * @param function its name in the index
     * @param coefficients by parameter name, for epochs and the measure's own unit
     * @param squares sum of the squared residuals, in the square of the measure's unit
     * @param prediction its value at the horizon
     */
    record Fitted(String function, Map<String, Double> coefficients, double squares, double prediction)
            implements Fit {}

    /** No function was fitted. */
    record Failed(String reason) implements Fit {}
}
