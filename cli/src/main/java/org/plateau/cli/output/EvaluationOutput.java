package org.plateau.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.plateau.prediction.replay.Evaluation.RowResult;
import org.plateau.prediction.replay.Evaluation.ShareResult;
import org.plateau.prediction.replay.ForecastScore;
import org.plateau.prediction.replay.ReplayGroup;
import org.plateau.prediction.replay.SearchScore;

/**
 * Prints what an evaluation came to. JSON and CSV have one row for each group and rule; the table has a heading for each
 * group and leaves some columns out, so that it is not much wider than a terminal.
 */
public final class EvaluationOutput {
    private static final List<String> GROUP = List.of("source", "dataset", "metric");
    private static final List<String> SEARCH = List.of(
            "rule",
            "curves",
            "excluded",
            "terminated",
            "saved",
            "mae",
            "mae_all",
            "median_error",
            "coverage80",
            "kendall",
            "regret1",
            "regret5",
            "regret10",
            "recall10",
            "micros");
    private static final List<String> SEARCH_TABLE = List.of(
            "rule",
            "terminated",
            "saved",
            "mae",
            "median_error",
            "coverage80",
            "kendall",
            "regret1",
            "regret10",
            "micros");
    private static final List<String> SHARE = List.of(
            "at", "predictor", "curves", "mae", "median_error", "coverage80", "interval_score", "kendall", "micros");

    private EvaluationOutput() {}

    /** Searches under rules. */
    public static String searches(List<RowResult> results, Rows.Format format) {
        return text(results, RowResult::group, SEARCH, SEARCH_TABLE, EvaluationOutput::cells, format);
    }

    /** Forecasts at shares of the epochs. */
    public static String shares(List<ShareResult> results, Rows.Format format) {
        return text(results, ShareResult::group, SHARE, SHARE, EvaluationOutput::cells, format);
    }

    private static <R> String text(
            List<R> results,
            Function<R, ReplayGroup> group,
            List<String> columns,
            List<String> shown,
            BiFunction<List<Object>, R, List<Object>> cells,
            Rows.Format format) {
        if (format == Rows.Format.TABLE) {
            Map<ReplayGroup, Rows> tables = new LinkedHashMap<>();
            results.forEach(result -> tables.computeIfAbsent(group.apply(result), unused -> new Rows(columns, shown))
                    .add(cells.apply(new ArrayList<>(), result)));
            StringBuilder text = new StringBuilder();
            tables.forEach((one, rows) ->
                    text.append(text.isEmpty() ? "" : "\n").append(heading(one)).append(rows.text(format)));
            return text.toString();
        }
        List<String> all = new ArrayList<>(GROUP);
        all.addAll(columns);
        Rows rows = new Rows(all);
        for (R result : results) {
            ReplayGroup one = group.apply(result);
            rows.add(cells.apply(new ArrayList<>(List.of(one.source(), one.dataset(), one.metric())), result));
        }
        return rows.text(format);
    }

    private static String heading(ReplayGroup group) {
        return "%s · %s · %s: %d to epoch %s, %d more that tell no truth%n"
                .formatted(
                        group.source(),
                        group.dataset(),
                        group.metric(),
                        group.trainings().size(),
                        Rows.cell(group.horizon()),
                        group.excluded());
    }

    private static List<Object> cells(List<Object> cells, RowResult result) {
        SearchScore score = result.score();
        cells.addAll(List.of(
                result.row(),
                result.group().trainings().size(),
                result.group().excluded(),
                result.missing().isPresent() ? "" : score.terminated(),
                score.saved(),
                score.mae(),
                score.maeAll(),
                score.medianError(),
                score.coverage80(),
                score.kendall(),
                score.regret1(),
                score.regret5(),
                score.regret10(),
                score.recall10(),
                score.micros()));
        return cells;
    }

    private static List<Object> cells(List<Object> cells, ShareResult result) {
        ForecastScore score = result.score();
        cells.addAll(List.of(
                result.share(),
                result.predictor(),
                score.curves(),
                score.mae(),
                score.medianError(),
                score.coverage80(),
                score.intervalScore(),
                score.kendall(),
                score.micros()));
        return cells;
    }
}
