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
    /** Of the anchors, those that a training can simply keep: the last and the best value. */
    private static final int UNCHANGED = 2;
    /** Values are the same within so many points, the resolution of most recorded accuracies. */
    private static final double SAME = 0.02;

    private final LogDistance distance;
    private final Beginnings beginnings;
    private final List<AveragedProcess> processes;
    private final ExpertMix mix;
    private final int anchor;
    private final Alike alike;
    private final Correction correction;
    private final Calibration calibration;
    private final Support support;

    /** Chosen kernels, remembered while the trainings that they were chosen with stay the same. */
    interface Choices {
        /** What a choice depends on, the first trainings apart. */
        record Key(int choosing, int anchor, boolean everything) {}

        List<AveragedProcess.Choice> of(Key key, Supplier<List<AveragedProcess.Choice>> choose);
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
    HistoryModel(
            FitnessMeasure fitness,
            List<Snapshot> snapshots,
            double[] truths,
            double point,
            int choosing,
            Choices choices) {
        distance = LogDistance.of(fitness);
        support = Support.of(snapshots);
        List<Expert> experts = new ArrayList<>();
        List<double[]> anchors = new ArrayList<>();
        for (int kind = 0; kind < Snapshot.ANCHORS.size(); kind++) {
            int at = kind;
            double[] values = snapshots.stream()
                    .mapToDouble(snapshot -> snapshot.anchors()[at])
                    .toArray();
            anchors.add(values);
            experts.add(Expert.of(Snapshot.ANCHORS.get(kind), values, truths));
        }
        anchor = IntStream.range(0, experts.size())
                .boxed()
                .min(Comparator.comparingDouble(kind -> experts.get(kind).loss(point)))
                .orElseThrow();
        beginnings = new Beginnings(snapshots, truths);
        experts.add(Expert.of("nearest", beginnings.leftOut(), truths));
        List<Columns> groups = columns(snapshots, choosing);
        processes = processes(groups, truths, anchors.get(anchor), choosing, choices);
        for (AveragedProcess process : processes) {
            experts.add(Expert.of(
                    process == processes.get(0) ? "fitness" : "everything",
                    IntStream.range(0, truths.length)
                            .mapToDouble(i -> distance.value(process.leftOut(i)))
                            .toArray(),
                    truths));
        }
        mix = new ExpertMix(experts, point);
        alike = new Alike(groups.get(0));
        double same = point > 0 ? SAME * point : SAME / 100 * Order.range(truths);
        correction =
                new Correction(alike, anchors.get(anchor), mix.leftOut(), truths, anchors.subList(0, UNCHANGED), same);
        AveragedProcess main = processes.get(processes.size() - 1);
        double[] leftOut = correction.leftOut();
        calibration = new Calibration(
                alike,
                IntStream.range(0, truths.length)
                        .mapToDouble(i ->
                                Math.abs(distance.of(truths[i]) - distance.of(leftOut[i])) / main.leftOutDeviation(i))
                        .toArray());
    }

    private static List<Columns> columns(List<Snapshot> snapshots, int choosing) {
        List<Columns> groups = new ArrayList<>();
        for (int group = 0; group < snapshots.get(0).columns().size(); group++) {
            int at = group;
            groups.add(Columns.of(
                    snapshots.stream()
                            .map(snapshot -> snapshot.columns().get(at))
                            .toArray(double[][]::new),
                    choosing));
        }
        return groups;
    }

    /** One that learns from the fitness alone, and one that learns from everything where there is more. */
    private List<AveragedProcess> processes(
            List<Columns> groups, double[] truths, double[] anchorValues, int choosing, Choices choices) {
        boolean companions = groups.get(1).kept().length > 0;
        boolean architecture = groups.get(2).kept().length > 0;
        double[] places = Arrays.stream(truths).map(distance::of).toArray();
        double[] anchors = Arrays.stream(anchorValues).map(distance::of).toArray();
        List<AveragedProcess> made = new ArrayList<>();
        for (boolean everything : companions || architecture ? new boolean[] {false, true} : new boolean[] {false}) {
            List<Kernel> candidates = Kernel.candidates(everything && companions, everything && architecture);
            List<AveragedProcess.Choice> chosen = choices.of(
                    new Choices.Key(choosing, anchor, everything),
                    () -> AveragedProcess.choose(
                            groups, candidates, Arrays.copyOf(places, choosing), Arrays.copyOf(anchors, choosing)));
            made.add(AveragedProcess.of(groups, chosen, places, anchors));
        }
        return made;
    }

    /**
     * What is expected of a training.
     *
     * @param value final fitness
     * @param place the same on the scale of {@link LogDistance}
     * @param reach80 to either side of the place that holds 80 %
     * @param reach95 to either side of the place that holds 95 %
     * @param novelty standard deviation of the place over the part of it that no training would take away
     * @param support how much of this the finished trainings can tell, see {@link Support}
     */
    record Expected(double value, double place, double reach80, double reach95, double novelty, double support) {}

    Expected expect(Snapshot snapshot) {
        double own = snapshot.anchors()[anchor];
        List<AveragedProcess.Expectation> expectations = processes.stream()
                .map(process -> process.expect(snapshot.columns(), distance.of(own)))
                .toList();
        double[] values = Arrays.copyOf(snapshot.anchors(), snapshot.anchors().length + 1 + expectations.size());
        values[snapshot.anchors().length] = beginnings.value(snapshot);
        for (int i = 0; i < expectations.size(); i++) {
            values[snapshot.anchors().length + 1 + i] =
                    distance.value(expectations.get(i).place());
        }
        double[] row = alike.row(snapshot);
        double place = distance.of(correction.value(row, own, mix.of(values), snapshot.anchors()));
        AveragedProcess.Expectation main = expectations.get(expectations.size() - 1);
        double deviation = main.deviation() * calibration.difficulty(row);
        return new Expected(
                distance.value(place),
                place,
                deviation * calibration.quantile80(),
                deviation * calibration.quantile95(),
                main.deviation() / main.noise(),
                support.of(snapshot));
    }

    /** The experts that count, with their shares. */
    List<String> explanation() {
        return mix.explanation();
    }
}
