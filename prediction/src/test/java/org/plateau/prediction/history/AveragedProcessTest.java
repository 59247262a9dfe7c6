package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class AveragedProcessTest {
    /** Few enough trainings that nothing is an outlier, so that the oracle is exact. */
    @SuppressWarnings("ArrayRecordComponent") // Read in one test, compared never.
    private record Sample(List<Columns> groups, double[] places, double[] anchors) {
        static Sample random(Random random, int n) {
            double[][][] rows = {new double[n][4], new double[n][2], new double[n][3]};
            double[] places = new double[n];
            double[] anchors = new double[n];
            for (int i = 0; i < n; i++) {
                double skill = random.nextGaussian();
                for (double[][] group : rows) {
                    for (int column = 0; column < group[i].length; column++) {
                        group[i][column] = 5 + skill + random.nextGaussian();
                    }
                }
                anchors[i] = 2 + skill + 0.2 * random.nextGaussian();
                places[i] = 1 + 0.8 * skill + 0.2 * random.nextGaussian();
            }
            return new Sample(
                    Arrays.stream(rows).map(group -> Columns.of(group, n)).toList(), places, anchors);
        }
    }

    @Test
    void kernelsAreWeighedByTheDensityOfThePlacesUnderThem() {
        Random random = seeded();
        for (int n : new int[] {3, 5, 7, 8, 9}) {
            Sample sample = Sample.random(random, n);
            List<Kernel> candidates = Kernel.candidates(true, true);

            List<AveragedProcess.Choice> choices =
                    AveragedProcess.choose(sample.groups, candidates, sample.places, sample.anchors);

            assertThat(choices.stream()
                            .mapToDouble(AveragedProcess.Choice::weight)
                            .sum())
                    .isCloseTo(1, within(1e-9));
            List<AveragedProcess.Choice> expected = oracle(sample, candidates);
            assertThat(choices).hasSameSizeAs(expected);
            for (int i = 0; i < choices.size(); i++) {
                assertThat(choices.get(i).kernel()).isEqualTo(expected.get(i).kernel());
                assertThat(choices.get(i).anchored()).isEqualTo(expected.get(i).anchored());
                assertThat(choices.get(i).weight()).isCloseTo(expected.get(i).weight(), within(1e-6));
            }
        }
    }

    private static List<AveragedProcess.Choice> oracle(Sample sample, List<Kernel> candidates) {
        List<AveragedProcess.Choice> all = new ArrayList<>();
        for (boolean anchored : new boolean[] {false, true}) {
            for (Kernel kernel : candidates) {
                if (anchored && kernel.fitness() == 0) {
                    continue;
                }
                Conditional conditional = new Conditional(sample, kernel, anchored);
                all.add(new AveragedProcess.Choice(
                        kernel, anchored, conditional.logDensity() + Math.log(kernel.prior() * (anchored ? 0.3 : 1))));
            }
        }
        double best =
                all.stream().mapToDouble(AveragedProcess.Choice::weight).max().orElseThrow();
        double sum =
                all.stream().mapToDouble(one -> Math.exp(one.weight() - best)).sum();
        List<AveragedProcess.Choice> kept = all.stream()
                .map(one ->
                        new AveragedProcess.Choice(one.kernel(), one.anchored(), Math.exp(one.weight() - best) / sum))
                .filter(one -> one.weight() >= Math.min(0.02, 1 / sum))
                .toList();
        double keptSum =
                kept.stream().mapToDouble(AveragedProcess.Choice::weight).sum();
        return kept.stream()
                .map(one -> new AveragedProcess.Choice(one.kernel(), one.anchored(), one.weight() / keptSum))
                .toList();
    }

    @Test
    void anExpectationIsTheMomentsOfTheMixture() {
        Random random = seeded();
        for (int n : new int[] {4, 9}) {
            Sample sample = Sample.random(random, n);
            List<AveragedProcess.Choice> choices = List.of(
                    new AveragedProcess.Choice(new Kernel(0.1, 1, 0, 0, 0.3, 2, 1), false, 0.5),
                    new AveragedProcess.Choice(new Kernel(0.03, 0.1, 1, 0.1, 0, 1, 1), false, 0.3),
                    new AveragedProcess.Choice(new Kernel(0.3, 1, 1, 0.3, 0.5, 1, 1), true, 0.2));
            AveragedProcess process = AveragedProcess.of(sample.groups, choices, sample.places, sample.anchors);
            List<double[]> rows = IntStream.range(0, 3)
                    .mapToObj(group -> random.doubles(5, 3, 7).toArray())
                    .toList();
            double anchor = random.nextGaussian();

            AveragedProcess.Expectation expectation = process.expect(rows, anchor);

            double mean = 0;
            double square = 0;
            double variance = 0;
            double noise = 0;
            for (AveragedProcess.Choice choice : choices) {
                Conditional one = new Conditional(sample, choice.kernel(), choice.anchored());
                double part = one.mean(rows) + (choice.anchored() ? anchor : 0);
                mean += choice.weight() * part;
                square += choice.weight() * part * part;
                variance += choice.weight() * one.variance(rows);
                noise += choice.weight() * choice.kernel().noise() * one.scale * one.scale;
            }
            assertThat(expectation.place()).isCloseTo(mean, within(1e-7));
            assertThat(expectation.deviation()).isCloseTo(Math.sqrt(variance + square - mean * mean), within(1e-7));
            assertThat(expectation.noise()).isCloseTo(Math.sqrt(noise), within(1e-7));
        }
    }

    @Test
    void aStrangerIsExpectedNoFartherThanThreeAndAHalfDeviations() {
        Sample sample = Sample.random(seeded(), 9);
        List<AveragedProcess.Choice> lines =
                List.of(new AveragedProcess.Choice(new Kernel(0.01, 1, 1, 0.3, 0, 1, 1), false, 1));
        AveragedProcess process = AveragedProcess.of(sample.groups, lines, sample.places, sample.anchors);
        Conditional one = new Conditional(sample, lines.get(0).kernel(), false);

        for (double far : new double[] {-1e6, 1e6, 1e300}) {
            double[] row = new double[5];
            Arrays.fill(row, far);
            assertThat(process.expect(List.of(row, row, row), 0).place())
                    .isBetween(one.centre - 3.5001 * one.scale, one.centre + 3.5001 * one.scale);
        }
    }

    @Test
    void whoeverIsLikeNobodyIsLessCertain() {
        Sample sample = Sample.random(seeded(), 30);
        List<AveragedProcess.Choice> choices =
                AveragedProcess.choose(sample.groups, Kernel.candidates(true, true), sample.places, sample.anchors);
        AveragedProcess process = AveragedProcess.of(sample.groups, choices, sample.places, sample.anchors);
        List<double[]> mean = List.of(mean(sample, 0), mean(sample, 1), mean(sample, 2));
        List<double[]> far = mean.stream()
                .map(row -> Arrays.stream(row).map(value -> value + 5).toArray())
                .toList();

        assertThat(process.expect(far, 2).deviation())
                .isGreaterThan(process.expect(mean, 2).deviation());
    }

    private static double[] mean(Sample sample, int group) {
        return sample.groups.get(group).mean();
    }

    /** One kernel and one target by textbook formulas, in the places' unit. */
    private static final class Conditional {
        final Sample sample;
        final Kernel kernel;
        final double centre;
        final double scale;
        final CholeskyDecomposition matrix;
        final RealVector y;

        Conditional(Sample sample, Kernel kernel, boolean anchored) {
            this.sample = sample;
            this.kernel = kernel;
            int n = sample.places.length;
            double[] raw = IntStream.range(0, n)
                    .mapToDouble(i -> sample.places[i] - (anchored ? sample.anchors[i] : 0))
                    .toArray();
            double mean = Arrays.stream(raw).average().orElseThrow();
            double[] sorted = Arrays.stream(raw).sorted().toArray();
            centre = n < 8 ? mean : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
            scale = Math.sqrt(Arrays.stream(raw)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow());
            y = MatrixUtils.createRealVector(raw).mapSubtract(centre).mapDivide(scale);
            RealMatrix covariance = MatrixUtils.createRealMatrix(n, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    int other = j;
                    covariance.setEntry(
                            i,
                            j,
                            covariance(row(i), group -> sample.groups.get(group).rows()[other])
                                    + (i == j ? kernel.noise() : 0));
                }
            }
            matrix = new CholeskyDecomposition(covariance);
        }

        private interface Rows {
            double[] of(int group);
        }

        private Rows row(int i) {
            return group -> sample.groups.get(group).rows()[i];
        }

        private Rows standardised(List<double[]> rows) {
            return group -> sample.groups.get(group).standardised(rows.get(group));
        }

        private double covariance(Rows one, Rows other) {
            double[] products = new double[3];
            double[] differences = new double[3];
            for (int group = 0; group < 3; group++) {
                products[group] = Columns.product(one.of(group), other.of(group));
                differences[group] = Columns.difference(one.of(group), other.of(group));
            }
            return kernel.covariance(products, differences);
        }

        private RealVector cross(List<double[]> rows) {
            return MatrixUtils.createRealVector(IntStream.range(0, sample.places.length)
                    .mapToDouble(i -> covariance(standardised(rows), row(i)))
                    .toArray());
        }

        double mean(List<double[]> rows) {
            double standard = cross(rows).dotProduct(matrix.getSolver().solve(y));
            return centre + scale * Math.min(3.5, Math.max(-3.5, standard));
        }

        double variance(List<double[]> rows) {
            RealVector cross = cross(rows);
            double own = covariance(standardised(rows), standardised(rows)) + kernel.noise();
            return scale * scale * (own - cross.dotProduct(matrix.getSolver().solve(cross)));
        }

        double logDensity() {
            int n = sample.places.length;
            return -0.5
                            * (y.dotProduct(matrix.getSolver().solve(y))
                                    + Math.log(matrix.getDeterminant())
                                    + n * Math.log(2 * Math.PI))
                    - n * Math.log(scale);
        }
    }

    private static Random seeded() {
        long seed = 20_261_124;
        System.out.println("AveragedProcessTest seed " + seed);
        return new Random(seed);
    }
}
