package org.plateau.prediction.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.FunctionIndex;

class BoundedFitsTest {
    @Test
    void theExactFitIsNeverWorseThanThePublishedSearchFromTheSameValley() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ExponentialFit exact = new ExponentialFit(0.5, 200, 1, Math.log(2));
        int better = 0;
        for (int round = 0; round < 300; round++) {
            double[] x =
                    IntStream.range(0, 5 + random.nextInt(20)).asDoubleStream().toArray();
            double rate = 0.05 + random.nextDouble();
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = 90 - 40 * Math.exp(-rate * x[i]) + 2 * random.nextGaussian();
            }
            ExponentialFit.Solution solution = exact.fit(x, y);
            double[] parameters = {
                solution.plateau(),
                Math.exp(solution.rate()),
                Math.log(solution.amplitude()) / Math.max(solution.rate(), 1e-9)
            };
            BoundedLeastSquares.Ending polished = BoundedLeastSquares.minimize(
                    new FunctionProblem(FunctionIndex.standard().named("exponential-rise"), x, y),
                    new double[] {0.5, 1, 0},
                    new double[] {200, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY},
                    parameters,
                    500);
            better += polished.squares() < solution.squares() * (1 - 1e-6) ? 1 : 0;
            assertThat(solution.plateau()).isBetween(0.5, 200.0);
            assertThat(solution.amplitude()).isGreaterThanOrEqualTo(1);
            assertThat(solution.rate()).isGreaterThanOrEqualTo(0);
        }
        assertThat(better).as("seed %d", seed).isZero();
    }

    @Test
    void theExactFitFindsTheCurveThatMadeThePoints() {
        double[] x = IntStream.range(0, 8).asDoubleStream().toArray();
        double[] y = IntStream.range(0, 8)
                .mapToDouble(i -> 90 - 40 * Math.exp(-0.3 * i))
                .toArray();

        ExponentialFit.Solution solution = new ExponentialFit(0.5, 200, 1, Math.log(2)).fit(x, y);

        assertThat(solution.plateau()).isCloseTo(90, Offset.offset(1e-5));
        assertThat(solution.amplitude()).isCloseTo(40, Offset.offset(1e-5));
        assertThat(solution.rate()).isCloseTo(0.3, Offset.offset(1e-6));
        assertThat(solution.at(25)).isCloseTo(90 - 40 * Math.exp(-7.5), Offset.offset(1e-5));
    }

    @Test
    void aSearchStaysWithinItsBoundsAndEndsAtTheOneThatBinds() {
        double[] x = IntStream.range(0, 10).asDoubleStream().toArray();
        double[] y = IntStream.range(0, 10).mapToDouble(i -> 10 + 9.0 * i).toArray();
        double[] parameters = {100.25, 2, 1};

        BoundedLeastSquares.Ending ending = BoundedLeastSquares.minimize(
                new FunctionProblem(FunctionIndex.standard().named("exponential-rise"), x, y),
                new double[] {0.5, 1, 0},
                new double[] {200, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY},
                parameters,
                2000);

        assertThat(ending.converged()).isTrue();
        assertThat(parameters[0]).isStrictlyBetween(199.9, 200.0);
    }

    @Test
    void theRotationGivesTheSingularValuesOfAKnownMatrix() {
        // Columns of an orthonormal pair scaled by 3 and 1e-9, then turned by 30 degrees.
        double cosine = Math.cos(Math.PI / 6);
        double sine = Math.sin(Math.PI / 6);
        double[][] columns = {{3 * cosine, 1e-9 * -sine, 0}, {3 * sine, 1e-9 * cosine, 0}};
        ColumnRotation rotation = new ColumnRotation(2, 3);

        rotation.decompose(columns);

        double[] singular = rotation.singular();
        assertThat(Math.max(singular[0], singular[1])).isCloseTo(3, Offset.offset(1e-14));
        assertThat(Math.min(singular[0], singular[1])).isCloseTo(1e-9, Offset.offset(1e-15));
    }

    @Test
    void aThinnedCurveKeepsItsLastPointAndItsOrder() {
        LearningCurve curve = LearningCurve.of(
                IntStream.range(0, 1003).asDoubleStream().toArray(),
                IntStream.range(0, 1003).mapToDouble(i -> 2.0 * i).toArray());

        LearningCurve thinned = Thinning.of(curve, 100);

        assertThat(thinned.size()).isEqualTo(100);
        assertThat(thinned.lastEpoch()).isEqualTo(1002);
        assertThat(thinned.lastValue()).isEqualTo(2004);
        assertThat(Thinning.of(curve, 2000)).isSameAs(curve);
    }
}
