package org.plateau.prediction.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.plateau.core.fitness.FitnessMeasure;

/**
 * What finished trainings, as they were at one epoch, say of where another training will end. Immutable.
 *
 * <p>Several experts are asked: the anchors themselves, the nearest beginnings, and averaged Gaussian processes that learn
 * from the fitness series alone or from everything. Each is judged by what it says of every finished training when it
 * knows only the others, on values and on ranks; the best ones are mixed. A correction to the best anchor that did not
 * help trainings like this one is taken back in part.
 */
final class HistoryModel {
    private static final int NEIGHBOURS = 5;
    private static final int ALIKE = 20;
    private static final int FEWEST_ALIKE = 10;
    private static final int EXPERTS = 5;
    private static final double SHARPNESS = 4;
    /** With as many finished trainings the experts' records count as much as the process that saw everything. */
    private static final double TRUST = 20;
    /** With as many finished trainings past residuals count as much as the process' own deviations. */
    private static final double CALIBRATION = 10;

    private final LogDistance distance;
    private final List<Snapshot> snapshots;
    private final double[] truths;
    private final List<Columns> groups;
    private final List<AveragedProcess> processes;
    private final List<Expert> experts;
    private final double[] weights;
    private final double[] mixedLeftOut;
    private final int anchor;
    private final double[] scores;

    /** Chosen kernels, remembered while the trainings that they were chosen with stay the same. */
    interface Choices {
        /** What a choice depends on, the first trainings apart. */
        record Key(int choosing, int anchor, boolean everything) {}

        List<AveragedProcess.Choice> of(Key key, Supplier<List<AveragedProcess.Choice>> choose);
    }

    private HistoryModel(
            LogDistance distance,
            List<Snapshot> snapshots,
            double[] truths,
            List<Columns> groups,
            List<AveragedProcess> processes,
            List<Expert> experts,
            int anchor,
            double point) {
        this.distance = distance;
        this.snapshots = snapshots;
        this.truths = truths;
        this.groups = groups;
        this.processes = processes;
        this.experts = experts;
        this.anchor = anchor;
        this.weights = weights(experts, point, truths.length);
        int n = truths.length;
        mixedLeftOut = new double[n];
        for (int expert = 0; expert < experts.size(); expert++) {
            if (weights[expert] > 0) {
                for (int i = 0; i < n; i++) {
                    mixedLeftOut[i] += weights[expert] * experts.get(expert).leftOut()[i];
                }
            }
        }
        AveragedProcess main = processes.get(processes.size() - 1);
        scores = new double[n];
        for (int i = 0; i < n; i++) {
            double residual = distance.of(truths[i]) - distance.of(mixedLeftOut[i]);
            scores[i] = Math.abs(residual) / main.leftOutDeviation(i);
        }
        Arrays.sort(scores);
    }

    /**
     * Learns from finished trainings.
     *
     * @param fitness that is predicted
     * @param snapshots of the trainings at the epoch, at least two
     * @param truths their final fitness
     * @param point one point of the measure, in its unit
     * @param choosing with how many of the first trainings the kernels are chosen
     * @param choices made before, by what they depend on
     */
    static HistoryModel of(
            FitnessMeasure fitness,
            List<Snapshot> snapshots,
            double[] truths,
            double point,
            int choosing,
            Choices choices) {
        LogDistance distance = LogDistance.of(fitness);
        int n = truths.length;
        List<Expert> experts = new ArrayList<>();
        for (int i = 0; i < Snapshot.ANCHORS.size(); i++) {
            int at = i;
            double[] values = snapshots.stream()
                    .mapToDouble(snapshot -> snapshot.anchors()[at])
                    .toArray();
            experts.add(Expert.of(Snapshot.ANCHORS.get(i), values, truths));
        }
        int anchor = IntStream.range(0, experts.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> experts.get(i).loss(point)))
                .orElseThrow();
        experts.add(Expert.of(
                "nearest",
                IntStream.range(0, n)
                        .mapToDouble(i -> nearest(snapshots.get(i), snapshots, truths, i))
                        .toArray(),
                truths));
        List<Columns> groups = new ArrayList<>();
        for (int group = 0; group < 3; group++) {
            int at = group;
            groups.add(Columns.of(
                    snapshots.stream()
                            .map(snapshot -> snapshot.columns().get(at))
                            .toArray(double[][]::new),
                    choosing));
        }
        boolean companions = groups.get(1).kept().length > 0;
        boolean architecture = groups.get(2).kept().length > 0;
        double[] places = Arrays.stream(truths).map(distance::of).toArray();
        double[] anchors = snapshots.stream()
                .mapToDouble(snapshot -> distance.of(snapshot.anchors()[anchor]))
                .toArray();
        List<AveragedProcess> processes = new ArrayList<>();
        for (boolean everything : companions || architecture ? new boolean[] {false, true} : new boolean[] {false}) {
            List<Kernel> candidates = Kernel.candidates(everything && companions, everything && architecture);
            List<AveragedProcess.Choice> chosen = choices.of(
                    new Choices.Key(choosing, anchor, everything),
                    () -> AveragedProcess.choose(
                            groups, candidates, Arrays.copyOf(places, choosing), Arrays.copyOf(anchors, choosing)));
            processes.add(AveragedProcess.of(groups, chosen, places, anchors));
        }
        for (AveragedProcess process : processes) {
            double[] leftOut = IntStream.range(0, n)
                    .mapToDouble(i -> distance.value(process.leftOut(i)))
                    .toArray();
            experts.add(Expert.of(process == processes.get(0) ? "fitness" : "everything", leftOut, truths));
        }
        return new HistoryModel(distance, snapshots, truths, groups, processes, experts, anchor, point);
    }

    private static double[] weights(List<Expert> experts, double point, int finished) {
        double[] losses =
                experts.stream().mapToDouble(expert -> expert.loss(point)).toArray();
        double worst =
                Arrays.stream(losses).sorted().skip(EXPERTS - 1L).findFirst().orElse(Double.POSITIVE_INFINITY);
        double[] weights = new double[losses.length];
        double sum = 0;
        for (int i = 0; i < losses.length; i++) {
            weights[i] = losses[i] <= worst ? Math.pow(losses[i] / losses[losses.length - 1], -SHARPNESS) : 0;
            sum += weights[i];
        }
        double trusted = finished / (finished + TRUST);
        for (int i = 0; i < losses.length; i++) {
            weights[i] = sum > 0 && Double.isFinite(sum) ? trusted * weights[i] / sum : 0;
        }
        weights[losses.length - 1] += 1 - Arrays.stream(weights).sum();
        return weights;
    }

    /** The best so far and the median of what the nearest beginnings still gained. */
    private static double nearest(Snapshot snapshot, List<Snapshot> others, double[] truths, int except) {
        record Neighbour(double distance, double gain) {}
        double[] own = snapshot.beginning();
        if (own.length == 0) {
            return Double.NaN;
        }
        double[] gains = IntStream.range(0, others.size())
                .filter(i -> i != except)
                .mapToObj(i -> {
                    double[] other = others.get(i).beginning();
                    int length = Math.min(own.length, other.length);
                    double sum = 0;
                    for (int k = 1; k <= length; k++) {
                        sum += Math.abs(own[own.length - k] - other[other.length - k]);
                    }
                    double last = other.length == 0 ? Double.NaN : other[other.length - 1];
                    return new Neighbour(length == 0 ? Double.POSITIVE_INFINITY : sum / length, truths[i] - last);
                })
                .sorted(Comparator.comparingDouble(Neighbour::distance))
                .limit(NEIGHBOURS)
                .mapToDouble(Neighbour::gain)
                .toArray();
        return own[own.length - 1] + Order.median(gains);
    }

    /**
     * What is expected of a training.
     *
     * @param value final fitness
     * @param place the same on the scale of {@link LogDistance}
     * @param deviation standard deviation of the place
     * @param quantile80 how many deviations hold 80 % of past residuals on either side, and
     * @param quantile95 95 %
     * @param noise part of the deviation that no training would take away
     */
    record Expected(double value, double place, double deviation, double quantile80, double quantile95, double noise) {}

    Expected expect(Snapshot snapshot) {
        List<AveragedProcess.Expectation> expectations = processes.stream()
                .map(process -> process.expect(snapshot.columns(), distance.of(snapshot.anchors()[anchor])))
                .toList();
        double mixed = 0;
        int simple = Snapshot.ANCHORS.size();
        for (int i = 0; i < experts.size(); i++) {
            if (weights[i] > 0) {
                double value = i < simple
                        ? snapshot.anchors()[i]
                        : i == simple
                                ? nearest(snapshot, snapshots, truths, -1)
                                : distance.value(
                                        expectations.get(i - simple - 1).place());
                mixed += weights[i] * value;
            }
        }
        double own = snapshot.anchors()[anchor];
        double value = own + helpful(snapshot) * (mixed - own);
        AveragedProcess.Expectation main = expectations.get(expectations.size() - 1);
        double place = distance.of(value);
        return new Expected(
                distance.value(place),
                place,
                main.deviation(),
                quantile(0.8, 1.2816),
                quantile(0.95, 1.96),
                main.noise());
    }

    /** Past residuals in deviations, shrunk to the normal distribution's quantile where there are few. */
    private double quantile(double share, double normal) {
        int n = scores.length;
        return (n * Order.quantile(scores, share) + CALIBRATION * normal) / (n + CALIBRATION);
    }

    /** How much of the correction to the anchor helped the finished trainings most alike, in [0, 1]. */
    private double helpful(Snapshot snapshot) {
        int n = truths.length;
        if (n < FEWEST_ALIKE) {
            return 1;
        }
        double[] own = groups.get(0).standardised(snapshot.columns().get(0));
        int[] alike = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> Columns.difference(own, groups.get(0).rows()[i])))
                .limit(ALIKE)
                .mapToInt(i -> i)
                .toArray();
        double helped = 1e-9;
        double squares = 1e-9;
        for (int i : alike) {
            double before = experts.get(anchor).leftOut()[i];
            double correction = mixedLeftOut[i] - before;
            helped += correction * (truths[i] - before);
            squares += correction * correction;
        }
        return Double.isFinite(helped) ? Math.min(1, Math.max(0, helped / squares)) : 1;
    }

    /** How much each expert counts, in the order in which they are named. */
    List<String> explanation() {
        return IntStream.range(0, experts.size())
                .filter(i -> weights[i] >= 0.05)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i]))
                .map(i -> "%s %.0f %%".formatted(experts.get(i).name(), 100 * weights[i]))
                .toList();
    }
}
