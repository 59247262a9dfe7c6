package org.plateau.prediction.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.sweep.PastForecast;
import org.plateau.prediction.sweep.Series;
import org.plateau.prediction.sweep.Sweep;
import org.plateau.prediction.sweep.SweepSettings;
import org.plateau.prediction.sweep.SweptFit;
import org.plateau.prediction.sweep.SweptFits;

/** The parts of a forecast against the same worked out step by step. */
class ForecastByHandTest {
    private static final double HORIZON = 30;

    @Test
    void theLevelIsWhereTheLastValueAndTheBestOnesStandByTheirErrors() {
        SeenValues values = new SeenValues(Curves.of(5, 1, 5, 1), Curves.SCORE);

        // At epochs 1, 2 and 3 the last value was wrong by 4, 4 and 4, the best of two and of all by 4, 0 and 4.
        double mean = (12 + 8 + 8) / 3.0;
        double last = 1 / (12 / mean + 0.02);
        double best = 1 / (8 / mean + 0.02);
        double expected = (last * 1 + 2 * best * 5 + best * 5) / (last + 3 * best);

        assertThat(5 * new Level(values, new LevelSettings(2, 1, 10, 1, 2)).after(4))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void fewerJudgedEpochsAreTheLastOnes() {
        SeenValues values = new SeenValues(Curves.of(5, 1, 5, 1), Curves.SCORE);

        // Only the end of epoch 3 counts, where all three said 5.
        double last = new Level(values, new LevelSettings(2, 1, 1, 8, 1)).after(4);

        assertThat(5 * last).isCloseTo((1 + 5 + 5) / 3.0, within(1e-12));
    }

    @Test
    void moreValuesAheadAreAveraged() {
        SeenValues values = new SeenValues(Curves.of(4, 2, 0), Curves.SCORE);

        // After epoch 1 all said 4: wrong by 2 and 4, 3 on average. After epoch 2 the last said 2, the best 4.
        double mean = (5 + 7 + 7) / 3.0;
        double last = 1 / (5 / mean + 0.02);
        double best = 1 / (7 / mean + 0.02);
        double expected = (last * 0 + best * 4 + best * 4) / (last + 2 * best);

        assertThat(4 * new Level(values, new LevelSettings(5, 2, 9, 1, 1)).after(3))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void theForecastIsTheLevelAndTheGainsWeightedByPastErrors() {
        LearningCurve curve = Curves.noisy(new Random(3), 14);
        List<ParametricFunction> functions = Stream.of("logarithm", "power-offset", "mmf")
                .map(FunctionIndex.standard()::named)
                .toList();
        CurveSettings settings = CurveSettings.standard();
        SweptFits swept = Sweep.of(functions, SweepSettings.standard()).fit(curve, Direction.MAXIMIZE, HORIZON);
        double magnitude = curve.best(Direction.MAXIMIZE);
        SeenValues values = new SeenValues(curve, Curves.ACCURACY);
        double level = magnitude * new Level(values, settings.level()).after(14);

        double total = 0;
        List<Double> said = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (Series series : Series.values()) {
            Map<SweptFit, Double> errors = new LinkedHashMap<>();
            for (SweptFit fit : swept.fits()) {
                if (fit.series() == series) {
                    errors.put(
                            fit,
                            fit.past().stream()
                                            .filter(past -> swept.shares().contains(past.epoch()))
                                            .mapToDouble(PastForecast::error)
                                            .average()
                                            .orElseThrow()
                                    + 1e-4 * magnitude * values.range());
                }
            }
            double least =
                    errors.values().stream().mapToDouble(error -> error).min().orElseThrow();
            double sum = errors.values().stream()
                    .mapToDouble(error -> 1 / (error + least))
                    .sum();
            for (Map.Entry<SweptFit, Double> entry : errors.entrySet()) {
                List<PastForecast> past = entry.getKey().past();
                double gain =
                        entry.getKey().prediction() - past.get(past.size() - 1).there();
                double weight = (series == Series.RAW ? 0.8 : 0.2) / (entry.getValue() + least) / sum;
                said.add(Math.min(100, level + gain));
                weights.add(weight);
                total += weight * said.get(said.size() - 1);
            }
        }
        double share = 1 - 0.3 * 14 / HORIZON;
        double expected = level + share * (total - level);
        double squares = 0;
        for (int i = 0; i < said.size(); i++) {
            squares += weights.get(i) * Math.pow(said.get(i) - expected, 2);
        }
        double noise = magnitude * values.range(9, 14);
        double half = Math.hypot(1.5 * Math.sqrt(squares), 0.5 * noise);

        CurveForecast forecast = CurveForecaster.of(functions, settings).forecast(curve, Curves.ACCURACY, HORIZON);

        assertThat(swept.fits()).hasSize(6);
        assertThat(swept.shares()).containsExactly(6.0, 8.0, 10.0, 12.0);
        assertThat(forecast.value()).isCloseTo(expected, within(1e-6));
        assertThat(forecast.anchored()).isCloseTo(1 - share, within(1e-12));
        for (int i = 0; i < weights.size(); i++) {
            int series = i / 3;
            int function = i % 3;
            assertThat(forecast.functions().get(2 * function + series).weight())
                    .isCloseTo(share * weights.get(i), within(1e-6));
        }
        assertThat(forecast.intervals().get(0).lower()).isCloseTo(expected - half, within(1e-6));
        assertThat(forecast.intervals().get(1).lower()).isCloseTo(expected - 2.5 * half, within(1e-6));
    }

    @Test
    void noFunctionGoesFartherThanAllowedFromTheLevel() {
        LearningCurve steep = Curves.of(1, 2, 3, 4, 5, 6);
        CurveSettings standard = CurveSettings.standard();
        CurveSettings near = new CurveSettings(
                standard.sweep(), standard.level(), standard.raw(), standard.shrinkage(), 0.5, standard.width());
        List<ParametricFunction> line = List.of(FunctionIndex.standard().named("linear"));

        double far = CurveForecaster.of(line, standard)
                .forecast(steep, Curves.SCORE, HORIZON)
                .value();

        assertThat(far).isCloseTo(6 + 0.94 * 4 * 5, within(1e-9));
        assertThat(CurveForecaster.of(line, near)
                        .forecast(steep, Curves.SCORE, HORIZON)
                        .value())
                .isCloseTo(6 + 0.94 * 0.5 * 5, within(1e-9));
    }
}
