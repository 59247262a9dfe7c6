package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Quantiles;
import org.plateau.prediction.function.Evidence;
import org.plateau.prediction.function.EvidenceTable;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.shape.CurveShape;
import org.plateau.prediction.shape.CurveShapes;

/**
 * Measures on recorded curves which function forecasts which kind of curve best.
 *
 * <p>Every function is fitted to what was measured when a quarter and half of the epochs had been seen, as the rows of the
 * evaluation are. Its error on a curve is the mean of its two errors at the horizon, in points, and the function with the
 * least one wins; of those within 0.05 points of it the one with the fewest parameters, and of these the best. The kind of a curve is what
 * {@link CurveShapes} says of the whole of it. A curve on which a function lacks one of its forecasts does not count for
 * it; one whose fitness was no number at half of the epochs does not count at all.
 *
 * @param functions that are compared
 * @param progress told of every group that is done
 */
public record FunctionEvidence(List<ParametricFunction> functions, Consumer<String> progress) {
    private static final List<Double> SHARES = List.of(0.25, 0.5);
    /** Errors are equal up to so many points: on a flat curve every function is right, and digits are no merit. */
    private static final double EQUAL = 0.05;

    public FunctionEvidence {
        functions = List.copyOf(functions);
    }

    /** The error of each function on one curve, NaN where it does not count. */
    private record Errors(CurveShape shape, List<Double> errors) {}

    /**
     * The groups without those that say the same again: what was measured on test data, where the same was measured on
     * validation data.
     */
    public static List<ReplayGroup> once(List<ReplayGroup> groups) {
        Set<List<String>> validated = groups.stream()
                .map(group -> List.of(group.source(), group.dataset(), group.metric()))
                .collect(Collectors.toSet());
        return groups.stream()
                .filter(group -> !group.metric().startsWith("test_")
                        || !validated.contains(List.of(
                                group.source(), group.dataset(), group.metric().replaceFirst("^test_", "val_"))))
                .toList();
    }

    /** What the functions did; without rows for kinds that no curve showed. */
    public EvidenceTable of(List<ReplayGroup> groups) {
        IndexFit fit = IndexFit.of(functions);
        List<Errors> all = new ArrayList<>();
        for (ReplayGroup group : groups) {
            group.trainings().parallelStream()
                    .map(training -> errors(group, training, fit))
                    .flatMap(Optional::stream)
                    .forEachOrdered(all::add);
            progress.accept("%s %s %s".formatted(group.source(), group.dataset(), group.metric()));
        }
        Map<CurveShape, int[]> wins = new LinkedHashMap<>();
        for (Errors one : all) {
            winner(one.errors)
                    .ifPresent(place -> wins.computeIfAbsent(one.shape, unused -> new int[functions.size()])[place]++);
        }
        List<Evidence> rows = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            for (CurveShape shape : CurveShape.values()) {
                int place = i;
                double[] errors = all.stream()
                        .filter(one -> one.shape == shape)
                        .mapToDouble(one -> one.errors.get(place))
                        .filter(Double::isFinite)
                        .toArray();
                if (errors.length > 0) {
                    rows.add(new Evidence(
                            functions.get(i).name(),
                            shape,
                            errors.length,
                            wins.getOrDefault(shape, new int[functions.size()])[i],
                            Math.round(Quantiles.median(errors) * 1000) / 1000.0));
                }
            }
        }
        return new EvidenceTable(rows);
    }

    private Optional<Errors> errors(ReplayGroup group, ReplayTraining training, IndexFit fit) {
        Optional<CurveShape> shape =
                CurveShapes.standard().classify(whole(group, training)).shape();
        double[] errors = new double[functions.size()];
        for (double share : SHARES) {
            LearningCurve seen = training.fitness().upTo(share * group.horizon());
            if (shape.isEmpty() || seen.isEmpty() || !Double.isFinite(seen.lastValue())) {
                return Optional.empty();
            }
            double[] predictions = fit.predictions(seen, group.horizon());
            for (int i = 0; i < errors.length; i++) {
                double bounded = Math.min(
                        group.fitness().upper(), Math.max(group.fitness().lower(), predictions[i]));
                errors[i] += Math.abs(bounded - training.truth()) / SHARES.size();
            }
        }
        return shape.map(
                found -> new Errors(found, Arrays.stream(errors).boxed().toList()));
    }

    private static Observation whole(ReplayGroup group, ReplayTraining training) {
        return new Observation(
                training.series(group.metric()),
                group.fitness(),
                group.horizon(),
                Optional.empty(),
                training.features());
    }

    private Optional<Integer> winner(List<Double> errors) {
        double least = errors.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
        Comparator<Integer> simplest = Comparator.comparingInt(
                place -> functions.get(place).parameters().size());
        return IntStream.range(0, errors.size())
                .boxed()
                .filter(place -> errors.get(place) <= least + EQUAL)
                .min(simplest.thenComparing(errors::get));
    }
}
