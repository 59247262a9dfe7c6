package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;

class HistoryModelTest {
    private static final FitnessMeasure ERROR = FitnessMeasure.named("val_error");
    private static final HistoryModel.Choices UNREMEMBERED = new HistoryModel.Choices() {
        @Override
        public List<AveragedProcess.Choice> of(Key key, Supplier<List<AveragedProcess.Choice>> choose) {
            return choose.get();
        }
    };

    @Test
    void errorRatesMirrorTheirAccuracies() {
        long seed = 20_261_124;
        System.out.println("HistoryModelTest seed " + seed);
        Random random = new Random(seed);
        for (Families family : Families.values()) {
            for (int count : new int[] {4, 15, 30}) {
                List<FinishedTraining> accuracies = family.trainings(random, count);
                List<FinishedTraining> errors =
                        accuracies.stream().map(HistoryModelTest::asErrors).toList();
                FinishedTraining next = family.training(random, "next");
                double epoch = 1 + random.nextInt(18);

                HistoryModel.Expected up = expected(Families.ACCURACY, accuracies, next, epoch);
                HistoryModel.Expected down = expected(ERROR, errors, asErrors(next), epoch);

                assertThat(down.value()).as("seed %d %s", seed, family).isCloseTo(100 - up.value(), within(1e-5));
                assertThat(down.place()).isCloseTo(up.place(), within(1e-6));
                assertThat(down.reach80()).isCloseTo(up.reach80(), within(1e-6));
                assertThat(down.reach95()).isCloseTo(up.reach95(), within(1e-6));
                assertThat(down.novelty()).isCloseTo(up.novelty(), within(1e-6));
            }
        }
    }

    private static HistoryModel.Expected expected(
            FitnessMeasure fitness, List<FinishedTraining> finished, FinishedTraining next, double epoch) {
        SnapshotShape shape = SnapshotShape.of(Families.observed(next, fitness, epoch), finished);
        List<Snapshot> snapshots = finished.stream()
                .map(training -> snapshot(training, shape, epoch))
                .toList();
        double[] truths = finished.stream()
                .mapToDouble(training -> Families.truth(training, fitness).lastValue())
                .toArray();
        return new HistoryModel(fitness, snapshots, truths, 1, finished.size(), UNREMEMBERED)
                .expect(snapshot(next, shape, epoch));
    }

    /** Instead of fits, the mean of all that was measured stands for the forecast of a curve. */
    private static Snapshot snapshot(FinishedTraining training, SnapshotShape shape, double epoch) {
        return Snapshot.of(training.series(), training.features(), shape, epoch, seen -> {
            double sum = 0;
            for (double value : seen.values()) {
                sum += value;
            }
            return sum / seen.size();
        });
    }

    private static FinishedTraining asErrors(FinishedTraining training) {
        Map<String, LearningCurve> series = new TreeMap<>(training.series());
        for (String split : List.of("val", "train")) {
            LearningCurve accuracy = series.remove(split + "_accuracy");
            List<Double> values = new ArrayList<>();
            for (double value : accuracy == null ? new double[0] : accuracy.values()) {
                values.add(100 - value);
            }
            series.put(
                    split + "_error",
                    Families.curve(values.stream().mapToDouble(value -> value).toArray()));
        }
        return new FinishedTraining(training.network(), training.dataset(), series, true, training.features());
    }
}
