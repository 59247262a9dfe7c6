package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plateau.formats.curves.CurveFile;
import org.plateau.prediction.Shared;
import org.plateau.prediction.function.FunctionIndex;

/** What the forecast from a curve alone is worth on recorded trainings. */
class CurveTargetsTest {
    private static final String LAST = "last";

    @Test
    void onTheMeanOverSourcesTheForecastIsByFarNearerThanTheLastValue() throws IOException {
        List<RecordedTraining> trainings = trainings();
        for (Map.Entry<Double, Double> bound :
                Map.of(0.25, 0.8, 0.5, 0.7, 0.75, 0.75).entrySet()) {
            double ratio = ratio(trainings, bound.getKey());

            System.out.printf("At %s of the epochs %.3f of the last value's error%n", bound.getKey(), ratio);
            assertThat(ratio).isLessThan(bound.getValue());
        }
    }

    /** Geometric mean over sources of the ratio of mean errors. */
    private static double ratio(List<RecordedTraining> trainings, double share) {
        Map<String, double[]> errors = new TreeMap<>();
        for (Evaluation.ShareResult result : new Evaluation(
                        Grouping.of(trainings),
                        FunctionIndex.standard().all(),
                        List.of(LAST, PlateauRows.WITHOUT_HISTORY),
                        Evaluation.standardExploration(),
                        System::nanoTime,
                        row -> {})
                .shares(List.of(share), Optional.empty())) {
            ForecastScore score = result.score();
            if (score.curves() > 0) {
                errors.computeIfAbsent(result.group().source(), unused -> new double[2])[
                                result.predictor().equals(LAST) ? 0 : 1] +=
                        score.curves() * score.mae();
            }
        }
        assertThat(errors).hasSizeGreaterThan(3);
        return Math.exp(errors.values().stream()
                .mapToDouble(sums -> Math.log(sums[1] / sums[0]))
                .average()
                .orElseThrow());
    }

    private static List<RecordedTraining> trainings() throws IOException {
        List<RecordedTraining> trainings = new ArrayList<>();
        try (Stream<Path> files = Files.list(Shared.folder().resolve("curves"))) {
            for (Path file : files.sorted().toList()) {
                CurveFile.read(file).stream()
                        .map(one -> new RecordedTraining(
                                one.source(), one.id(), one.dataset(), one.series(), Map.of(), OptionalDouble.empty()))
                        .forEach(trainings::add);
            }
        }
        return trainings;
    }
}
