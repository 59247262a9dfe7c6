package org.plateau.cli.output;

import java.util.List;
import org.plateau.prediction.replay.Evaluation.RowResult;
import org.plateau.prediction.replay.Evaluation.ShareResult;
import org.plateau.prediction.replay.ForecastScore;
import org.plateau.prediction.replay.ReplayGroup;
import org.plateau.prediction.replay.SearchScore;

/** Prints what an evaluation came to. */
public final class EvaluationOutput {
    private EvaluationOutput() {}

    /** Searches under rules, a row for each group and rule. */
    public static Rows rows(List<RowResult> results) {
        Rows rows = new Rows(List.of(
                "source",
                "dataset",
                "metric",
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
                "micros"));
        for (RowResult result : results) {
            ReplayGroup group = result.group();
            SearchScore score = result.score();
            rows.add(List.of(
                    group.source(),
                    group.dataset(),
                    group.metric(),
                    result.row(),
                    group.trainings().size(),
                    group.excluded(),
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
        }
        return rows;
    }

    /** Forecasts at shares of the epochs, a row for each group, share and predictor. */
    public static Rows shares(List<ShareResult> results) {
        Rows rows = new Rows(List.of(
                "source",
                "dataset",
                "metric",
                "at",
                "predictor",
                "curves",
                "mae",
                "median_error",
                "coverage80",
                "interval_score",
                "kendall",
                "micros"));
        for (ShareResult result : results) {
            ReplayGroup group = result.group();
            ForecastScore score = result.score();
            rows.add(List.of(
                    group.source(),
                    group.dataset(),
                    group.metric(),
                    result.share(),
                    result.predictor(),
                    score.curves(),
                    score.mae(),
                    score.medianError(),
                    score.coverage80(),
                    score.intervalScore(),
                    score.kendall(),
                    score.micros()));
        }
        return rows;
    }
}
