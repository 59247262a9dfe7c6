package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plateau.prediction.replay.Recorded.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;

/** The predictors that learn from finished trainings, beside what a pencil gives. */
class PredictionsTest {
    private static Observation observation(Map<String, LearningCurve> series) {
        return new Observation(series, Recorded.POINTS, 4, Optional.empty(), Map.of());
    }

    private static Observation observation(double... values) {
        return observation(Map.of("val_accuracy", curve(values)));
    }

    private static FinishedTraining finished(double... values) {
        return new FinishedTraining("n", "d", Map.of("val_accuracy", curve(values)), true, Map.of());
    }

    private static History history(FinishedTraining... trainings) {
        return new History(trainings.length, List.of(trainings));
    }

    @Test
    void theNearestCurvesLendTheirMedianGain() {
        History history = history(
                finished(10, 20, 30, 40), // distance of its beginning 0, gains 20
                finished(11, 21, 25, 26), // 1, gains 5
                finished(12, 22, 0, 10), // 2, its end is 12 below its best at the second epoch
                finished(90, 95, 96, 97)); // far
        NearestCurves three = new NearestCurves(3);

        assertThat(three.predict(observation(10, 20), history)).isEqualTo(25);
        assertThat(new NearestCurves(1).predict(observation(10, 20), history)).isEqualTo(40);
        assertThat(new NearestCurves(9).predict(observation(10, 20), history))
                .isCloseTo(20 + (2 + 5) / 2.0, within(1e-9));
    }

    @Test
    void beginningsAreComparedByTheirBestSoFar() {
        History history = history(finished(30, 10, 10, 50), finished(29, 30, 30, 31));

        // The best so far is 30, 30 for the first of them too, however it fell.
        assertThat(new NearestCurves(1).predict(observation(30, 12), history)).isEqualTo(50);
    }

    @Test
    void theNearestCurvesKeepWithinBoundsAndSayNothingWithoutCurves() {
        assertThat(new NearestCurves(5).predict(observation(90), history(finished(10, 20, 30, 40))))
                .isEqualTo(100);
        assertThat(new NearestCurves(5).predict(observation(90), History.none()))
                .isNaN();
        assertThat(new NearestCurves(5).predict(observation(Double.NaN), history(finished(1, 2, 3, 4))))
                .isNaN();
        FinishedTraining diverged =
                new FinishedTraining("n", "d", Map.of("val_accuracy", curve(1, Double.NaN)), false, Map.of());
        assertThat(new NearestCurves(5).predict(observation(90), history(diverged)))
                .isNaN();
    }

    @Test
    void theLineIsTheRidgeRegressionOfLogarithms() {
        long seed = System.nanoTime();
        System.out.println("PredictionsTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            double ridge = random.nextDouble();
            List<FinishedTraining> trainings = new ArrayList<>();
            List<double[]> points = new ArrayList<>();
            int size = 2 + random.nextInt(10);
            for (int i = 0; i < size; i++) {
                double companion = 100 * random.nextDouble();
                double end = 100 * random.nextDouble();
                trainings.add(new FinishedTraining(
                        "n" + i,
                        "d",
                        Map.of("val_accuracy", curve(1, 2, 3, end), "train_accuracy", curve(50, companion, 99, 100)),
                        true,
                        Map.of()));
                points.add(new double[] {Math.log(100 - companion + 0.01), Math.log(100 - end + 0.01)});
            }
            double here = 100 * random.nextDouble();
            double x = Math.log(100 - here + 0.01);
            double meanX = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
            double meanY = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
            double slope = leastSlope(points, meanX, meanY, ridge);
            double expected = 100.01 - Math.exp(meanY + slope * (x - meanX));

            double predicted = new CompanionRegression("train_accuracy", ridge)
                    .predict(
                            observation(Map.of("val_accuracy", curve(5, 6), "train_accuracy", curve(50, here))),
                            new History(size, trainings));

            assertThat(predicted).isCloseTo(Math.min(100, Math.max(0, expected)), within(1e-6));
        }
    }

    /** The slope with the least squares and penalty, by halving the interval where the derivative changes its sign. */
    private static double leastSlope(List<double[]> points, double meanX, double meanY, double ridge) {
        double low = -1e6;
        double high = 1e6;
        for (int i = 0; i < 200; i++) {
            double slope = (low + high) / 2;
            double derivative = ridge * slope;
            for (double[] point : points) {
                derivative += (slope * (point[0] - meanX) - (point[1] - meanY)) * (point[0] - meanX);
            }
            if (derivative > 0) {
                high = slope;
            } else {
                low = slope;
            }
        }
        return (low + high) / 2;
    }

    @Test
    void theLineOfALossGoesByItsOwnLogarithm() {
        FinishedTraining one = new FinishedTraining(
                "1", "d", Map.of("val_accuracy", curve(1, 2, 3, 80), "train_loss", curve(2, 1)), true, Map.of());
        FinishedTraining two = new FinishedTraining(
                "2", "d", Map.of("val_accuracy", curve(1, 2, 3, 60), "train_loss", curve(4, 2)), true, Map.of());

        double predicted = new CompanionRegression("train_loss", 0)
                .predict(
                        observation(Map.of("val_accuracy", curve(1, 2), "train_loss", curve(4, 2))), history(one, two));

        assertThat(predicted).isCloseTo(60, within(1e-9));
    }

    @Test
    void thereIsNoLineWithoutTwoFinishedTrainingsOrWithoutTheSeries() {
        CompanionRegression line = new CompanionRegression("train_loss", 1);
        FinishedTraining one = new FinishedTraining(
                "1", "d", Map.of("val_accuracy", curve(1, 2, 3, 80), "train_loss", curve(2, 1)), true, Map.of());
        Observation observation = observation(Map.of("val_accuracy", curve(1), "train_loss", curve(4)));

        assertThat(line.predict(observation, history(one))).isNaN();
        assertThat(line.predict(observation, history(one, one))).isFinite();
        assertThat(line.predict(observation(1, 2), history(one, one))).isNaN();
    }

    @Test
    void theCompanionIsTheSameMeasureIfThereIsOne() {
        assertThat(CompanionRegression.companion(Recorded.random(new Random(1), 2, 3)))
                .contains("train_accuracy");
        assertThat(CompanionRegression.companion(Recorded.group(new double[] {1, 2})))
                .isEmpty();
    }

    @Test
    void pastResidualsMakeAnIntervalAroundTheLastValue() {
        // At the second epoch they had still 1, 2, 3, 4, 5, 6 points before them; the quantiles are 1.5 and 5.5.
        FinishedTraining[] past = IntStream.rangeClosed(1, 6)
                .mapToObj(gain -> finished(10, 20, 21, 20 + gain))
                .toArray(FinishedTraining[]::new);

        Forecast forecast = new PastResiduals().forecast(observation(30, 50), history(past));

        assertThat(forecast.value()).isEqualTo(50);
        assertThat(forecast.intervals()).containsExactly(new Interval(0.8, 51.5, 55.5));
        assertThat(new PastResiduals()
                        .forecast(observation(30, 50), History.none())
                        .intervals())
                .isEmpty();
    }

    @Test
    void lastAndBestAreWhatTheySay() {
        assertThat(SimplePredictions.last().predict(observation(30, 60, 50), History.none()))
                .isEqualTo(50);
        assertThat(SimplePredictions.best().predict(observation(30, 60, 50), History.none()))
                .isEqualTo(60);
    }
}
