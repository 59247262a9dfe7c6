package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.formats.curves.CurveFile;
import org.plateau.prediction.Shared;
import org.plateau.prediction.function.FunctionIndex;

/**
 * What finished trainings are worth on recorded ones, of whose networks nothing is known: a quarter of the epochs seen, ten
 * finished or more.
 */
class HistoryTargetsTest {
    @ParameterizedTest
    @CsvSource({"1e14, 0.30, 0.79", "1e15, 0.15, 0.73"})
    void onA4nnsTrainingsTheErrorIsAFractionOfAPointAndTheOrderIsRight(String beam, double error, double order) {
        List<RecordedTraining> trainings =
                CurveFile.read(Shared.folder().resolve("curves").resolve("a4nn.csv.gz")).stream()
                        .filter(one -> one.id().startsWith("1gpu_full_")
                                && one.dataset().equals("xfel_" + beam))
                        .map(one -> new RecordedTraining(
                                one.source(), one.id(), one.dataset(), one.series(), Map.of(), OptionalDouble.empty()))
                        .toList();
        List<Evaluation.ShareResult> results = new Evaluation(
                        Grouping.of(trainings).stream()
                                .filter(group -> group.metric().equals("val_accuracy"))
                                .toList(),
                        FunctionIndex.standard().all(),
                        List.of(PlateauRows.WITHOUT_HISTORY, PlateauRows.PLATEAU),
                        Evaluation.standardExploration(),
                        () -> 0,
                        row -> {})
                .shares(List.of(0.25), Optional.empty());

        ForecastScore alone = score(results, PlateauRows.WITHOUT_HISTORY);
        ForecastScore plateau = score(results, PlateauRows.PLATEAU);
        System.out.printf(
                "%s at a quarter: error %.3f, alone %.3f, tau %.3f, %.2f held by the 80 %% interval%n",
                beam, plateau.mae(), alone.mae(), plateau.kendall(), plateau.coverage80());
        assertThat(plateau.curves()).isEqualTo(90);
        assertThat(plateau.mae()).isLessThanOrEqualTo(error).isLessThan(0.5 * alone.mae());
        assertThat(plateau.kendall()).isGreaterThanOrEqualTo(order);
        assertThat(plateau.coverage80()).isBetween(0.7, 0.9);
    }

    private static ForecastScore score(List<Evaluation.ShareResult> results, String predictor) {
        return results.stream()
                .filter(result -> result.predictor().equals(predictor))
                .map(Evaluation.ShareResult::score)
                .findFirst()
                .orElseThrow();
    }
}
