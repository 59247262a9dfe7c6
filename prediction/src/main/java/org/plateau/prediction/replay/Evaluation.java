package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.plateau.prediction.function.ParametricFunction;

/**
 * Replays every row over every group, several at a time. The order of the results, and all of them but the times, do not
 * depend on that.
 *
 * @param groups that are replayed
 * @param functions that take part
 * @param names of the rows or predictors that are wanted, empty for all
 * @param exploration for rows that learn from finished trainings
 * @param nanoseconds a clock, for the times of forecasts; used by several threads
 * @param progress told of every row that is done, by several threads
 */
public record Evaluation(
        List<ReplayGroup> groups,
        List<ParametricFunction> functions,
        List<String> names,
        Exploration exploration,
        LongSupplier nanoseconds,
        Consumer<String> progress) {
    private static final int HISTORY_ONLY = 10;
    private static final int LARGE = 20;

    public Evaluation {
        groups = List.copyOf(groups);
        functions = List.copyOf(functions);
        List<ParametricFunction> known = functions;
        names = names.stream().map(name -> known(name, known)).toList();
    }

    /** A row's name where the name is a function's alias. */
    private static String known(String name, List<ParametricFunction> functions) {
        return functions.stream()
                .filter(function -> function.entry().aliases().contains(name))
                .findFirst()
                .map(FunctionNames::of)
                .orElse(name);
    }

    /** The first five networks, and every twentieth later. */
    public static Exploration standardExploration() {
        return new Exploration.Regular(5, 20);
    }

    /** The first five networks, and one in twenty later, by lot. */
    public static Exploration randomExploration(long seed) {
        return new Exploration.Random(5, 0.05, seed);
    }

    /** A row's result in a group; where it has none, the reason. */
    public record RowResult(ReplayGroup group, String row, SearchScore score, Optional<String> missing) {}

    /** A predictor's result in a group at a share of the epochs. */
    public record ShareResult(ReplayGroup group, double share, String predictor, ForecastScore score) {}

    /**
     * Searches under rules.
     *
     * @param tolerances see {@link StandardRows}
     * @param slots how many trainings run at the same time
     * @throws org.plateau.prediction.UnknownNameException if a wanted row does not exist
     */
    public List<RowResult> rows(List<Double> tolerances, int slots) {
        StandardRows rows = new StandardRows(functions, tolerances);
        rows.require(names);
        List<String> wanted = names.isEmpty() ? rows.names() : names;
        List<RowResult> results = new ArrayList<>();
        for (ReplayGroup group : groups) {
            ReplayContext context = context(group, wanted);
            wanted.parallelStream()
                    .map(name -> told(name, result(group, rows.row(name, context), slots)))
                    .forEachOrdered(results::add);
        }
        return results;
    }

    private RowResult result(ReplayGroup group, ReplayRow row, int slots) {
        if (row instanceof ReplayRow.Judged judged) {
            Replayed replayed = new SearchReplay(group, slots, nanoseconds).run(judged);
            return new RowResult(group, row.name(), SearchScore.of(replayed), Optional.empty());
        }
        if (row instanceof ReplayRow.Planned planned) {
            Replayed replayed = new PolicyReplay(group).run(planned.policy());
            return new RowResult(group, row.name(), SearchScore.of(replayed), Optional.empty());
        }
        return new RowResult(group, row.name(), SearchScore.missing(), Optional.of(((ReplayRow.Missing) row).reason()));
    }

    /**
     * Forecasts when a share of the epochs has been seen.
     *
     * @param shares in (0, 1)
     * @param first how many trainings of a group are history only, 10 in groups of 20 and more if not given
     * @throws org.plateau.prediction.UnknownNameException if a wanted predictor does not exist
     */
    public List<ShareResult> shares(List<Double> shares, Optional<Integer> first) {
        StandardPredictors predictors = new StandardPredictors(functions);
        predictors.require(names);
        List<String> wanted = names.isEmpty() ? predictors.names() : names;
        List<ShareResult> results = new ArrayList<>();
        for (ReplayGroup group : groups) {
            int size = group.trainings().size();
            int skipped = Math.min(size, first.orElse(size >= LARGE ? HISTORY_ONLY : 0));
            ShareReplay replay = new ShareReplay(group, skipped, nanoseconds);
            for (double share : shares) {
                ReplayContext context = context(group, wanted);
                wanted.parallelStream()
                        .map(name -> told(
                                name,
                                new ShareResult(
                                        group,
                                        share,
                                        name,
                                        predictors
                                                .predictor(name, context)
                                                .map(predictor -> replay.run(predictor, share))
                                                .orElse(ForecastScore.missing(size - skipped)))))
                        .forEachOrdered(results::add);
            }
        }
        return results;
    }

    /** Functions that nobody asks for need not be fitted. */
    private ReplayContext context(ReplayGroup group, List<String> wanted) {
        List<ParametricFunction> needed = wanted.contains(StandardPredictors.MEDIAN)
                ? functions
                : functions.stream()
                        .filter(function -> wanted.contains(FunctionNames.of(function)))
                        .toList();
        return ReplayContext.of(group, needed, nanoseconds, exploration);
    }

    private <T> T told(String name, T result) {
        progress.accept(name);
        return result;
    }
}
