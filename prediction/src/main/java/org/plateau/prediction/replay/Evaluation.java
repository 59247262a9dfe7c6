package org.plateau.prediction.replay;

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
 * @param nanoseconds a clock, for the times of forecasts; used by several threads
 * @param progress told of every row that is done, by several threads
 */
public record Evaluation(
        List<ReplayGroup> groups,
        List<ParametricFunction> functions,
        List<String> names,
        LongSupplier nanoseconds,
        Consumer<String> progress) {
    private static final int HISTORY_ONLY = 10;
    private static final int LARGE = 20;

    public Evaluation {
        groups = List.copyOf(groups);
        functions = List.copyOf(functions);
        names = List.copyOf(names);
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
        record Task(ReplayGroup group, ReplayRow row) {}
        List<String> wanted = names.isEmpty() ? rows.names() : names;
        List<Task> tasks = groups.stream()
                .flatMap(group -> wanted.stream().map(name -> new Task(group, rows.row(name, group))))
                .toList();
        return tasks.parallelStream()
                .map(task -> {
                    RowResult result = result(task.group, task.row, slots);
                    progress.accept(task.row.name());
                    return result;
                })
                .toList();
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
        record Task(ReplayGroup group, double share, String name, Optional<Predictor> predictor) {}
        List<String> wanted = names.isEmpty() ? predictors.names() : names;
        List<Task> tasks = groups.stream()
                .flatMap(group -> shares.stream().flatMap(share -> wanted.stream()
                        .map(name -> new Task(group, share, name, predictors.predictor(name, group)))))
                .toList();
        return tasks.parallelStream()
                .map(task -> {
                    int size = task.group.trainings().size();
                    int skipped = Math.min(size, first.orElse(size >= LARGE ? HISTORY_ONLY : 0));
                    ForecastScore score = task.predictor
                            .map(predictor ->
                                    new ShareReplay(task.group, skipped, nanoseconds).run(predictor, task.share))
                            .orElse(ForecastScore.missing(size - skipped));
                    progress.accept(task.name);
                    return new ShareResult(task.group, task.share, task.name, score);
                })
                .toList();
    }
}
