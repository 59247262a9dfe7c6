package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.formats.curves.CurveFile;
import org.plateau.prediction.Shared;
import org.plateau.prediction.function.FunctionIndex;

/** What simple rules come to on recorded trainings, computed by others before. */
class PublishedFiguresTest {
    @ParameterizedTest
    @CsvSource({
        // A4NN's full trainings at low and medium beam: saved, error of the stopped, τ, regret of the best
        "full_1e14, linear-1, 0.835, 0.65, 0.75, 0.03",
        "full_1e15, linear-1, 0.835, 0.36, 0.68, 0.03",
        "full_1e14, linear-2, 0.80, 0.48, 0.79, 0.03",
        "full_1e15, linear-2, 0.80, 0.17, 0.76, 0.01",
        "full_1e14, stop-all-1, 0.86, , , 0.02",
        "full_1e15, stop-all-1, 0.86, , , 0.00",
        "full_1e14, penguin, 0.130, 4.71, , ",
        "full_1e15, penguin, 0.365, 3.06, , ",
        "full_1e14, a4nn, 0.153, 5.02, , ",
        "full_1e15, a4nn, 0.369, 3.47, , "
    })
    void rulesComeToTheSameOnA4nnsTrainings(
            String file, String rule, double saved, Double error, Double kendall, Double regret) {
        SearchScore score =
                evaluation(a4nn(file), rule).rows(List.of(), 1).get(0).score();

        System.out.printf(
                "%s %s: saved %.4f, error %.3f, tau %.3f, regret %.4f%n",
                file, rule, score.saved(), score.mae(), score.kendall(), score.regret1());
        assertThat(score.saved()).isCloseTo(saved, within(0.005));
        if (error != null) {
            assertThat(score.mae()).isCloseTo(error, within(0.011));
        }
        if (kendall != null) {
            assertThat(score.kendall()).isCloseTo(kendall, within(0.011));
        }
        if (regret != null) {
            assertThat(score.regret1()).isCloseTo(regret, within(0.006));
        }
    }

    @Test
    void theNearestCurvesAreAsNearOnline() {
        List<Evaluation.ShareResult> low =
                evaluation(a4nn("full_1e14"), "nearest").shares(List.of(0.25), Optional.empty());
        List<Evaluation.ShareResult> medium =
                evaluation(a4nn("full_1e15"), "nearest").shares(List.of(0.25), Optional.empty());

        // 2.45 and 0.78 were measured, with a choice of neighbours that is not told.
        assertThat(low.get(0).score().mae()).isBetween(1.8, 2.6);
        assertThat(medium.get(0).score().mae()).isBetween(0.4, 0.9);
    }

    @Test
    void everyFileOfCurvesIsReplayedWithoutAFault() throws IOException {
        try (Stream<Path> files = Files.list(Shared.folder().resolve("curves"))) {
            for (Path file : files.sorted().toList()) {
                List<RecordedTraining> trainings = read(file);
                List<ReplayGroup> groups = Grouping.of(trainings);
                for (Evaluation.RowResult result : evaluation(
                                groups, "last", "patience", "median", "stop-all-4", "nearest")
                        .rows(List.of(), 2)) {
                    long measured = trainings.stream()
                            .filter(one -> one.dataset().equals(result.group().dataset()))
                            .filter(one ->
                                    one.series().containsKey(result.group().metric()))
                            .count();
                    assertThat((long) result.group().trainings().size()
                                    + result.group().excluded())
                            .isEqualTo(measured);
                    assertThat(result.score().saved()).isBetween(0.0, 1.0);
                }
            }
        }
    }

    private static Evaluation evaluation(List<ReplayGroup> groups, String... rules) {
        return new Evaluation(
                groups,
                FunctionIndex.standard().all(),
                List.of(rules),
                Evaluation.standardExploration(),
                System::nanoTime,
                row -> {});
    }

    private static List<ReplayGroup> a4nn(String name) {
        List<ReplayGroup> groups =
                Grouping.of(read(Shared.folder().resolve("a4nn").resolve(name + ".csv")));
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.trainings()).hasSize(100);
            assertThat(group.horizon()).isEqualTo(25);
        });
        return groups;
    }

    private static List<RecordedTraining> read(Path file) {
        return CurveFile.read(file).stream()
                .map(one -> new RecordedTraining(
                        one.source(), one.id(), one.dataset(), one.series(), Map.of(), OptionalDouble.empty()))
                .toList();
    }
}
