package org.plateau.prediction.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.SeparableFunction;

class LinearPartTest {
    private static final SweepSettings PLAIN =
            new SweepSettings(0, Double.POSITIVE_INFINITY, 1e100, 1000, List.of(), 1, 0, 1);

    @Test
    void noOtherAlphaAndBetaWithinTheBoundsAreBetter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        SeparableFunction rise = (SeparableFunction) FunctionIndex.standard().named("exponential-rise");
        int atBounds = 0;
        for (int round = 0; round < 300; round++) {
            // Far outside and inside of what α in [0.5, 200] and β ≤ −1 can reach.
            double level = 400 * random.nextDouble() - 100;
            double gain = 60 * random.nextGaussian();
            LearningCurve curve = SweepTest.curve(IntStream.rangeClosed(1, 12)
                    .mapToDouble(x -> level - gain * Math.exp(-0.3 * x) + random.nextGaussian())
                    .toArray());
            SweptPoints points = new SweptPoints(curve, Direction.MAXIMIZE, 40, PLAIN);
            LinearPart linear = new LinearPart(rise, points, 1e100);
            linear.choose(points, Series.RAW, 0, 12);
            double[] g = IntStream.range(0, 12)
                    .mapToDouble(i -> Math.exp(-0.2 * curve.epoch(i)))
                    .toArray();
            double d = 0;
            double dd = 0;
            double dy = 0;
            for (int i = 0; i < 12; i++) {
                d += g[i] - g[11];
                dd += (g[i] - g[11]) * (g[i] - g[11]);
                dy += (g[i] - g[11]) * points.of(Series.RAW).values()[i];
            }

            linear.solve(d, dd, dy, g[11]);

            double alpha = points.scaling().unscaled(linear.alpha());
            double beta = points.scaling().unscaledDifference(linear.beta());
            double squares = squares(curve, g, alpha, beta);
            double unit = points.scaling().unscaledDifference(1);
            String where = "seed %d round %d: %s %s".formatted(seed, round, alpha, beta);
            assertThat(alpha).as(where).isBetween(0.5 - 1e-9, 200 + 1e-9);
            assertThat(beta).as(where).isLessThanOrEqualTo(-1 + 1e-9);
            assertThat(linear.squares() * unit * unit)
                    .as(where)
                    .isCloseTo(squares, Offset.offset(1e-9 * (1 + squares)));
            for (int other = 0; other < 50; other++) {
                double a = Math.min(200, Math.max(0.5, alpha + random.nextGaussian()));
                double b = Math.min(-1, beta + 3 * random.nextGaussian());
                assertThat(squares(curve, g, a, b)).as(where).isGreaterThanOrEqualTo(squares * (1 - 1e-9));
            }
            atBounds += alpha < 0.6 || alpha > 199.9 || beta > -1.001 ? 1 : 0;
        }
        assertThat(atBounds).isBetween(50, 280);
    }

    private static double squares(LearningCurve curve, double[] g, double alpha, double beta) {
        return IntStream.range(0, g.length)
                .mapToDouble(i -> Math.pow(alpha + beta * g[i] - curve.value(i), 2))
                .sum();
    }
}
