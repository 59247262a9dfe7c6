package org.plateau.prediction.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.formats.curves.CurveFile;
import org.plateau.prediction.Shared;
import org.plateau.prediction.function.FunctionIndex;

/**
 * The sweep beside Hipparchus' Levenberg–Marquardt, started where the sweep ends: what more searching would have gained in
 * squares, and by how many points the forecasts differ. All functions together; the sweep keeps to its grids, the oracle
 * to the functions' bounds only.
 */
class SweepOracleTest {
    @Test
    void onNoisyCurvesLittleIsLeftToGain() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<LearningCurve> curves = IntStream.range(0, 60)
                .mapToObj(i -> SweepTest.noisy(random, 10 + random.nextInt(20)))
                .toList();
        Comparison one = Comparison.of("noisy curves, seed " + seed, curves, 40, 1);
        Comparison four = Comparison.of("noisy curves, seed " + seed, curves, 40, 4);

        assertThat(one.ratio(0.5)).isLessThan(1.02);
        assertThat(one.ratio(0.9)).isLessThan(1.5);
        assertThat(one.distance(0.5)).isLessThan(0.5);
        assertThat(four.ratio(0.5)).isLessThan(1.002);
        assertThat(four.ratio(0.9)).isLessThan(1.25);
        assertThat(four.distance(0.5)).isLessThan(0.1);
        assertThat(four.distance(0.75)).isLessThan(0.5);
    }

    @Test
    void onDiffractionNetworksLittleIsLeftToGain() {
        List<LearningCurve> curves = CurveFile.read(Shared.folder().resolve("curves/a4nn.csv.gz")).stream()
                .map(network -> network.curve("val_accuracy"))
                .filter(curve -> curve.size() == 25)
                .limit(60)
                .map(curve -> curve.first(15))
                .toList();
        Comparison one = Comparison.of("diffraction networks", curves, 25, 1);
        Comparison four = Comparison.of("diffraction networks", curves, 25, 4);

        assertThat(one.ratio(0.5)).isLessThan(1.01);
        assertThat(one.ratio(0.9)).isLessThan(1.2);
        assertThat(one.distance(0.5)).isLessThan(0.5);
        assertThat(four.ratio(0.5)).isLessThan(1.002);
        assertThat(four.distance(0.5)).isLessThan(0.2);
    }

    /** Sorted ratios of squares, and distances of forecasts. */
    private record Comparison(List<Double> ratios, List<Double> distances) {
        static Comparison of(String what, List<LearningCurve> curves, double horizon, int steps) {
            Sweep sweep = Sweep.of(
                    FunctionIndex.standard(),
                    new SweepSettings(0, Double.POSITIVE_INFINITY, 1e100, 32, List.of(), 1, steps, 1));
            List<Double> ratios = new ArrayList<>();
            List<Double> distances = new ArrayList<>();
            for (LearningCurve curve : curves) {
                for (SweptFit fit :
                        sweep.fit(curve, Direction.MAXIMIZE, horizon).fits()) {
                    int first = (int) Arrays.stream(curve.epochs())
                            .filter(x -> x < fit.function().smallestX())
                            .count();
                    double[] x = Arrays.copyOfRange(curve.epochs(), first, curve.size());
                    double[] values = fit.series() == Series.RAW ? curve.values() : SweepTest.best(curve.values());
                    double[] y = Arrays.copyOfRange(values, first, curve.size());
                    LevenbergMarquardt.from(fit.function(), fit.parameters(), x, y, horizon)
                            .ifPresent(oracle -> {
                                ratios.add((fit.squares() + 1e-6) / (oracle.squares() + 1e-6));
                                distances.add(Math.abs(fit.prediction() - oracle.prediction()));
                            });
                }
            }
            Comparison comparison = new Comparison(
                    ratios.stream().sorted().toList(),
                    distances.stream().sorted().toList());
            System.out.printf(
                    "%s, %d steps: %d fits, squares over Levenberg–Marquardt's: median %.4f, 90 %% under %.3f;"
                            + " forecasts differ by: median %.3f, 75 %% under %.2f, 90 %% under %.2f points%n",
                    what,
                    steps,
                    ratios.size(),
                    comparison.ratio(0.5),
                    comparison.ratio(0.9),
                    comparison.distance(0.5),
                    comparison.distance(0.75),
                    comparison.distance(0.9));
            return comparison;
        }

        double ratio(double share) {
            return ratios.get((int) (share * (ratios.size() - 1)));
        }

        double distance(double share) {
            return distances.get((int) (share * (distances.size() - 1)));
        }
    }
}
