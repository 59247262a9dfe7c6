package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.formats.curves.CurveFile;
import org.plateau.formats.curves.RecordedCurves;
import org.plateau.prediction.engine.NoForecasts;
import org.plateau.prediction.rule.Diverged;
import org.plateau.prediction.rule.NeverLearns;

/** Replays real trainings and prints what the rules save and what they get wrong. */
class RealCurvesTest {
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");

    @Test
    void plateauSavesMoreThanThePresetsWithLessErrorOnDiffractionNetworks() {
        for (String beam : List.of("xfel_1e14", "xfel_1e15")) {
            List<RecordedCurves> networks = read("a4nn").stream()
                    .filter(one ->
                            one.id().startsWith("1gpu_full_") && one.dataset().equals(beam))
                    .toList();
            Savings penguin = Savings.of("penguin", beam, networks);
            Savings a4nn = Savings.of("a4nn", beam, networks);
            Savings plateau = Savings.of("plateau", beam, networks);

            assertThat(networks).hasSize(100);
            assertThat(plateau.saved()).isGreaterThan(Math.max(penguin.saved(), a4nn.saved()));
            assertThat(plateau.error()).isLessThan(Math.min(penguin.error(), a4nn.error()));
        }
    }

    private record Savings(double saved, double error) {
        static Savings of(String preset, String beam, List<RecordedCurves> networks) {
            Replay replay = new Replay(Prediction.of(PredictionSettings.preset(preset)), ACCURACY, 25);
            double epochs = 0;
            double error = 0;
            int stopped = 0;
            History history = History.none();
            for (RecordedCurves network : networks) {
                Replay.Outcome outcome = replay.of(training(network), history);
                history = history.plus(training(network));
                epochs += outcome.epoch();
                if (outcome.stop().isPresent()) {
                    stopped++;
                    error += Math.abs(
                            outcome.stop().get().fitness().orElseThrow().value()
                                    - outcome.truth().orElseThrow());
                }
            }
            Savings savings = new Savings(1 - epochs / (25 * networks.size()), error / stopped);
            System.out.printf(
                    "%s %s: %d of %d stopped, %.1f %% of the epochs saved, mean error of the stopped %.2f points%n",
                    beam, preset, stopped, networks.size(), 100 * savings.saved, savings.error);
            return savings;
        }
    }

    @Test
    void lateStartersAmongDiffractionNetworksAreNotTakenForNeverLearners() {
        Replay replay = new Replay(new Prediction(new NoForecasts(), NeverLearns.standard()), ACCURACY, 25);
        for (RecordedCurves network : read("a4nn")) {
            for (Map<String, LearningCurve> series :
                    List.of(network.series(), Map.of("val_accuracy", network.curve("val_accuracy")))) {
                FinishedTraining training = new FinishedTraining(
                        network.id(), network.dataset(), series, true, Map.of(Observation.CHANCE, 50.0));
                assertThat(replay.of(training, History.none()).stop())
                        .as(network.id())
                        .isEmpty();
            }
        }
    }

    @Test
    void genuineNeverLearnersOnDigitsAreFoundAndNobodyElse() {
        FitnessMeasure accuracy = FitnessMeasure.named("test_accuracy");
        int genuine = 0;
        int found = 0;
        List<String> falselyStopped = new ArrayList<>();
        for (RecordedCurves network : read("tfhpo_mnist")) {
            LearningCurve curve = network.curve("test_accuracy");
            boolean learns = curve.best(accuracy.direction()) > 15;
            Replay replay =
                    new Replay(new Prediction(new NoForecasts(), NeverLearns.standard()), accuracy, curve.lastEpoch());
            FinishedTraining training = new FinishedTraining(
                    network.id(), network.dataset(), network.series(), true, Map.of(Observation.CHANCE, 11.35));
            boolean stopped = replay.of(training, History.none()).stop().isPresent();
            genuine += learns ? 0 : 1;
            found += stopped && !learns ? 1 : 0;
            if (stopped && learns) {
                falselyStopped.add(network.id());
            }
        }
        System.out.printf(
                "never-learns on MNIST: %d of %d found, falsely stopped: %s%n", found, genuine, falselyStopped);
        assertThat(falselyStopped).isEmpty();
        assertThat(found).isGreaterThanOrEqualTo(12);
    }

    @Test
    void explodingLossesOfTextClassifiersAreFoundAndNoLearnerIs() {
        FitnessMeasure loss = FitnessMeasure.named("val_loss");
        int stopped = 0;
        List<String> falselyStopped = new ArrayList<>();
        for (RecordedCurves network : read("taskset")) {
            LearningCurve curve = network.curve("val_loss");
            if (curve.lastEpoch() <= 0) {
                continue;
            }
            Replay replay = new Replay(new Prediction(new NoForecasts(), Diverged.standard()), loss, curve.lastEpoch());
            Replay.Outcome outcome = replay.of(training(network), History.none());
            if (outcome.stop().isPresent()) {
                stopped++;
                if (outcome.truth().orElseThrow() < 0.69) {
                    falselyStopped.add(network.id());
                }
            }
        }
        System.out.printf("diverged on text classifiers: %d stopped, of them learners %s%n", stopped, falselyStopped);
        assertThat(stopped).isGreaterThan(30);
        assertThat(falselyStopped).isEmpty();
    }

    private static FinishedTraining training(RecordedCurves recorded) {
        return new FinishedTraining(recorded.id(), recorded.dataset(), recorded.series(), true, Map.of());
    }

    private static List<RecordedCurves> read(String name) {
        return CurveFile.read(Shared.folder().resolve("curves").resolve(name + ".csv.gz"));
    }
}
