package org.plateau.prediction.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.ParametricFunction;

/** A function of the index fitted to all points seen, and what it said earlier. Immutable. */
public final class SweptFit {
    private final ParametricFunction function;
    private final Series series;
    private final double prediction;
    private final double squares;
    private final Supplier<double[]> parameters;
    private final List<PastForecast> past;

    /** @param parameters the values of the function's parameters; computed when they are asked for */
    SweptFit(
            ParametricFunction function,
            Series series,
            double prediction,
            double squares,
            Supplier<double[]> parameters,
            List<PastForecast> past) {
        this.function = function;
        this.series = series;
        this.prediction = prediction;
        this.squares = squares;
        this.parameters = parameters;
        this.past = past;
    }

    /** The function that was fitted. */
    public ParametricFunction function() {
        return function;
    }

    /** What it was fitted to. */
    public Series series() {
        return series;
    }

    /** Its value at the horizon, finite. */
    public double prediction() {
        return prediction;
    }

    /**
     * Weighted sum of the squared residuals at the points that were fitted: without spikes, perhaps averaged; the weights of
     * a curve's points sum up to their number.
     */
    public double squares() {
        return squares;
    }

    /** The parameters in the function's order, for epochs and the measure's unit. */
    public double[] parameters() {
        return parameters.get();
    }

    /** The parameters by name. */
    public Map<String, Double> coefficients() {
        double[] values = parameters();
        Map<String, Double> coefficients = new LinkedHashMap<>();
        List<Parameter> names = function.parameters();
        for (int i = 0; i < values.length; i++) {
            coefficients.put(names.get(i).name(), values[i]);
        }
        return Collections.unmodifiableMap(coefficients);
    }

    /**
     * What the function said earlier, oldest first, ending with the last epoch seen; without those of the
     * {@linkplain SweptFits#epochs() epochs} at which it had fewer points than parameters or no finite value.
     */
    public List<PastForecast> past() {
        return past;
    }

    @Override
    public String toString() {
        return "SweptFit[%s, %s, prediction %s, squares %s]".formatted(function.name(), series, prediction, squares);
    }
}
