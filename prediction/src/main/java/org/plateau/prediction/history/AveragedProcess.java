package org.plateau.prediction.history;

import java.util.ArrayList;
import java.util.List;
import org.plateau.prediction.Quantiles;

/**
 * Gaussian processes under all candidate kernels, averaged by their evidence (Bayesian model averaging: Hoeting et al.,
 * Statistical Science 14(4), 1999). With a handful of finished trainings the simple kernels speak, with more of them the
 * data choose.
 *
 * <p>Two targets take part: where a training ended, and how far it went from an anchor such as its last value. Which of
 * the two is easier to tell, the evidence decides as well.
 */
final class AveragedProcess {
    /** Kernels of less weight are left out. */
    private static final double NEGLIGIBLE = 0.02;
    /** Farther from the mean no expectation goes, in standard deviations of the targets. */
    private static final double FARTHEST = 3.5;

    private static final int FEWEST_FOR_MEDIAN = 8;
    /** How much less likely it is, before anything is seen, that the distance from the anchor is easier to tell. */
    private static final double ANCHORED = 0.3;

    private record Part(Kernel kernel, Target target, GaussianProcess process, double weight) {}

    /** Targets, standardised: y = (place − anchor − centre) / scale. */
    @SuppressWarnings("ArrayRecordComponent") // Read inside this class, compared never.
    private record Target(boolean anchored, double centre, double scale, double[] y) {
        static Target of(double[] places, double[] anchors, boolean anchored) {
            int n = places.length;
            double[] raw = new double[n];
            for (int i = 0; i < n; i++) {
                raw[i] = anchored ? places[i] - anchors[i] : places[i];
            }
            double mean = 0;
            for (double value : raw) {
                mean += value / n;
            }
            double squares = 0;
            for (double value : raw) {
                squares += (value - mean) * (value - mean) / n;
            }
            double centre = n < FEWEST_FOR_MEDIAN ? mean : Quantiles.median(raw);
            double scale = Math.sqrt(squares) + 1e-9;
            for (int i = 0; i < n; i++) {
                raw[i] = (raw[i] - centre) / scale;
            }
            return new Target(anchored, centre, scale, raw);
        }

        double place(double standardised, double anchor) {
            double kept = Math.min(FARTHEST, Math.max(-FARTHEST, standardised));
            return centre + scale * kept + (anchored ? anchor : 0);
        }
    }

    /** A place that is expected, with its standard deviation, and the part of it that no column explains. */
    record Expectation(double place, double deviation, double noise) {}

    private final List<Columns> groups;
    private final List<Part> parts;
    private final double[] leftOut;
    private final double[] leftOutDeviations;

    private AveragedProcess(List<Columns> groups, List<Part> parts, double[] anchors) {
        this.groups = groups;
        this.parts = parts;
        int n = anchors.length;
        leftOut = new double[n];
        leftOutDeviations = new double[n];
        for (int i = 0; i < n; i++) {
            int at = i;
            Expectation expectation =
                    mixed(anchors[i], part -> parts.get(part).process.leftOut(at), part -> parts.get(part)
                            .process
                            .leftOutVariance(at));
            leftOut[i] = expectation.place;
            leftOutDeviations[i] = expectation.deviation;
        }
    }

    /** A kernel for one of the two targets, and how much it counts; the weights of a choice sum to 1. */
    record Choice(Kernel kernel, boolean anchored, double weight) {}

    /**
     * Weighs the candidate kernels by the evidence of finished trainings.
     *
     * @param groups columns of the trainings
     * @param candidates kernels over these groups
     * @param places where the trainings ended
     * @param anchors what is subtracted from the places for the second target
     */
    static List<Choice> choose(List<Columns> groups, List<Kernel> candidates, double[] places, double[] anchors) {
        double[][][] products = pairs(groups, places.length, Columns::product);
        double[][][] differences = pairs(groups, places.length, Columns::difference);
        List<Choice> choices = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (boolean anchored : new boolean[] {false, true}) {
            Target target = Target.of(places, anchors, anchored);
            for (Kernel kernel : candidates) {
                if (anchored && kernel.fitness() == 0) {
                    // What the fitness still gains cannot be told without the fitness.
                    continue;
                }
                // The density of the places themselves, whatever they were scaled by.
                double evidence = process(kernel, target, products, differences).evidence()
                        - places.length * Math.log(target.scale)
                        + Math.log(kernel.prior() * (anchored ? ANCHORED : 1));
                choices.add(new Choice(kernel, anchored, evidence));
                best = Math.max(best, evidence);
            }
        }
        double highest = best;
        double sum = choices.stream()
                .mapToDouble(choice -> Math.exp(choice.weight - highest))
                .sum();
        List<Choice> kept = choices.stream()
                .map(choice -> new Choice(choice.kernel, choice.anchored, Math.exp(choice.weight - highest) / sum))
                .filter(choice -> choice.weight >= Math.min(NEGLIGIBLE, 1 / sum))
                .toList();
        double keptSum = kept.stream().mapToDouble(Choice::weight).sum();
        return kept.stream()
                .map(choice -> new Choice(choice.kernel, choice.anchored, choice.weight / keptSum))
                .toList();
    }

    /** The average given finished trainings, with kernels that were chosen for them or for the first of them. */
    static AveragedProcess of(List<Columns> groups, List<Choice> choices, double[] places, double[] anchors) {
        double[][][] products = pairs(groups, places.length, Columns::product);
        double[][][] differences = pairs(groups, places.length, Columns::difference);
        Target plain = Target.of(places, anchors, false);
        Target anchored = Target.of(places, anchors, true);
        return new AveragedProcess(
                groups,
                choices.stream()
                        .map(choice -> {
                            Target target = choice.anchored ? anchored : plain;
                            return new Part(
                                    choice.kernel,
                                    target,
                                    process(choice.kernel, target, products, differences),
                                    choice.weight);
                        })
                        .toList(),
                anchors);
    }

    private static GaussianProcess process(
            Kernel kernel, Target target, double[][][] products, double[][][] differences) {
        int n = target.y.length;
        double[][] covariance = new double[n][n];
        double[] noise = new double[n];
        for (int i = 0; i < n; i++) {
            noise[i] = kernel.noise();
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = kernel.covariance(products[i][j], differences[i][j]);
            }
        }
        return GaussianProcess.of(covariance, noise, target.y);
    }

    private interface OfRows {
        double of(double[] first, double[] second);
    }

    /** For every pair of the first rows, what two rows have in every group. */
    private static double[][][] pairs(List<Columns> groups, int rows, OfRows pair) {
        double[][][] pairs = new double[rows][][];
        for (int i = 0; i < rows; i++) {
            pairs[i] = new double[i + 1][groups.size()];
            for (int j = 0; j <= i; j++) {
                for (int group = 0; group < groups.size(); group++) {
                    double[][] standardised = groups.get(group).rows();
                    pairs[i][j][group] = pair.of(standardised[i], standardised[j]);
                }
            }
        }
        return pairs;
    }

    /** What the other trainings say of where the i-th ended. */
    double leftOut(int i) {
        return leftOut[i];
    }

    /** Standard deviation of the i-th training's place given the others. */
    double leftOutDeviation(int i) {
        return leftOutDeviations[i];
    }

    /**
     * Where a training is expected to end.
     *
     * @param rows its columns as they were measured, one array for each group
     * @param anchor its own anchor
     */
    Expectation expect(List<double[]> rows, double anchor) {
        int n = groups.get(0).rows().length;
        int count = groups.size();
        double[][] products = new double[n + 1][count];
        double[][] differences = new double[n][count];
        for (int group = 0; group < count; group++) {
            Columns columns = groups.get(group);
            double[] own = columns.standardised(rows.get(group));
            for (int i = 0; i < n; i++) {
                products[i][group] = Columns.product(own, columns.rows()[i]);
                differences[i][group] = Columns.difference(own, columns.rows()[i]);
            }
            products[n][group] = Columns.product(own, own);
        }
        double[][] covariances = new double[parts.size()][n];
        for (int part = 0; part < parts.size(); part++) {
            for (int i = 0; i < n; i++) {
                covariances[part][i] = parts.get(part).kernel.covariance(products[i], differences[i]);
            }
        }
        double[] alike = new double[count];
        return mixed(anchor, part -> parts.get(part).process.mean(covariances[part]), part -> parts.get(part)
                .process
                .variance(
                        parts.get(part).kernel.covariance(products[n], alike)
                                + parts.get(part).kernel.noise(),
                        covariances[part]));
    }

    private interface OfPart {
        double of(int part);
    }

    private Expectation mixed(double anchor, OfPart means, OfPart variances) {
        double place = 0;
        double square = 0;
        double variance = 0;
        double noise = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double mean = part.target.place(means.of(i), anchor);
            double scale = part.target.scale;
            place += part.weight * mean;
            square += part.weight * mean * mean;
            variance += part.weight * scale * scale * variances.of(i);
            noise += part.weight * scale * scale * part.kernel.noise();
        }
        double between = Math.max(0, square - place * place);
        return new Expectation(place, Math.sqrt(variance + between), Math.sqrt(noise));
    }
}
