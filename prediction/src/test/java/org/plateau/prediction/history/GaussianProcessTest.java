package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.distribution.multivariate.MultivariateNormalDistribution;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class GaussianProcessTest {
    /** Observations at places on a line, with a squared exponential and a constant. */
    @SuppressWarnings("ArrayRecordComponent") // Read in one test, compared never.
    private record Sample(double[] x, double[] y, double[] noise) {
        static Sample random(Random random, int n) {
            double[] x = new double[n];
            double[] y = new double[n];
            double[] noise = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = 3 * random.nextGaussian();
                y[i] = Math.sin(x[i]) + 0.3 * random.nextGaussian();
                noise[i] = 0.05 + 0.1 * random.nextDouble();
            }
            return new Sample(x, y, noise);
        }

        Sample without(int left) {
            int[] kept = IntStream.range(0, x.length).filter(i -> i != left).toArray();
            return new Sample(pick(x, kept), pick(y, kept), pick(noise, kept));
        }

        private static double[] pick(double[] values, int[] kept) {
            return IntStream.of(kept).mapToDouble(i -> values[i]).toArray();
        }

        static double covariance(double one, double other) {
            return 0.5 + 0.8 * Math.exp(-(one - other) * (one - other) / 2);
        }

        double[][] covariances() {
            double[][] covariances = new double[x.length][x.length];
            for (int i = 0; i < x.length; i++) {
                covariances[i] = covariances(x[i]);
            }
            return covariances;
        }

        double[] covariances(double at) {
            return IntStream.range(0, x.length)
                    .mapToDouble(i -> covariance(at, x[i]))
                    .toArray();
        }

        GaussianProcess process() {
            return GaussianProcess.of(covariances(), noise, y);
        }

        RealMatrix noisy(double[] withNoise) {
            return MatrixUtils.createRealMatrix(covariances()).add(MatrixUtils.createRealDiagonalMatrix(withNoise));
        }
    }

    @Test
    void meanAndVarianceAreThoseOfTheConditionalNormalDistribution() {
        Random random = seeded();
        for (int round = 0; round < 200; round++) {
            Sample sample = Sample.random(random, 1 + random.nextInt(9));
            double at = 4 * random.nextGaussian();
            RealVector cross = MatrixUtils.createRealVector(sample.covariances(at));
            CholeskyDecomposition matrix = new CholeskyDecomposition(sample.noisy(sample.noise));

            GaussianProcess process = sample.process();

            double mean = cross.dotProduct(matrix.getSolver().solve(MatrixUtils.createRealVector(sample.y)));
            double own = Sample.covariance(at, at);
            double variance = own - cross.dotProduct(matrix.getSolver().solve(cross));
            assertThat(process.mean(cross.toArray())).isCloseTo(mean, within(1e-9));
            assertThat(process.variance(own, cross.toArray())).isCloseTo(variance, within(1e-9));
        }
    }

    @Test
    void evidenceIsTheLogarithmOfTheMultivariateNormalDensity() {
        Random random = seeded();
        for (int round = 0; round < 200; round++) {
            Sample sample = Sample.random(random, 1 + random.nextInt(9));

            assertThat(sample.process().evidence()).isCloseTo(logDensity(sample, sample.noise), within(1e-8));
        }
    }

    @Test
    void evidenceIsTheSumOfWhatEveryObservationIsWorthGivenThoseBeforeIt() {
        Random random = seeded();
        for (int round = 0; round < 50; round++) {
            Sample sample = Sample.random(random, 8);
            Sample before = sample.without(7);
            double[] cross = before.covariances(sample.x[7]);
            double mean = before.process().mean(cross);
            double variance =
                    before.process().variance(Sample.covariance(sample.x[7], sample.x[7]) + sample.noise[7], cross);
            double off = sample.y[7] - mean;

            double last = -0.5 * (off * off / variance + Math.log(2 * Math.PI * variance));

            assertThat(sample.process().evidence()).isCloseTo(before.process().evidence() + last, within(1e-8));
        }
    }

    @Test
    void whatTheOthersSayOfAnObservationIsARefitWithoutIt() {
        Random random = seeded();
        for (int round = 0; round < 100; round++) {
            Sample sample = Sample.random(random, 2 + random.nextInt(8));
            GaussianProcess process = sample.process();
            for (int i = 0; i < sample.y.length; i++) {
                Sample others = sample.without(i);
                double[] cross = others.covariances(sample.x[i]);
                double own = Sample.covariance(sample.x[i], sample.x[i]) + sample.noise[i];

                assertThat(process.leftOut(i)).isCloseTo(others.process().mean(cross), within(1e-8));
                assertThat(process.leftOutVariance(i))
                        .isCloseTo(others.process().variance(own, cross), within(1e-8));
            }
        }
    }

    @Test
    void fromTenObservationsOnTheNoiseOfOutliersIsRaised() {
        Random random = seeded();
        for (int round = 0; round < 50; round++) {
            Sample sample = Sample.random(random, 10 + random.nextInt(8));
            sample.y[3] += 8;
            double[] raised = raised(sample);

            assertThat(sample.process().evidence()).isCloseTo(logDensity(sample, raised), within(1e-8));
            assertThat(raised[3]).isGreaterThan(sample.noise[3]);
        }
    }

    /** The noise by Cauchy's weights of the residuals of refits, at most 20 times as much. */
    private static double[] raised(Sample sample) {
        int n = sample.y.length;
        double[] sizes = new double[n];
        for (int i = 0; i < n; i++) {
            Sample others = sample.without(i);
            RealVector cross = MatrixUtils.createRealVector(others.covariances(sample.x[i]));
            CholeskyDecomposition matrix = new CholeskyDecomposition(others.noisy(others.noise));
            sizes[i] = Math.abs(
                    sample.y[i] - cross.dotProduct(matrix.getSolver().solve(MatrixUtils.createRealVector(others.y))));
        }
        double[] sorted =
                IntStream.range(0, n).mapToDouble(i -> sizes[i]).sorted().toArray();
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        double scale = 3 * (1.4826 * median + 1e-3);
        return IntStream.range(0, n)
                .mapToDouble(i -> sample.noise[i] * Math.min(20, 1 + Math.pow(sizes[i] / scale, 2)))
                .toArray();
    }

    private static double logDensity(Sample sample, double[] noise) {
        double[] means = new double[sample.y.length];
        double[][] covariances = sample.noisy(noise).getData();
        return Math.log(new MultivariateNormalDistribution(means, covariances).density(sample.y));
    }

    private static Random seeded() {
        long seed = 20_261_124;
        System.out.println("GaussianProcessTest seed " + seed);
        return new Random(seed);
    }
}
