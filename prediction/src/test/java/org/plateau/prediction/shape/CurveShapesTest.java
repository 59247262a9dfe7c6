package org.plateau.prediction.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.training.Schedule;
import org.plateau.prediction.Observation;

class CurveShapesTest {
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    private static final FitnessMeasure ERROR = FitnessMeasure.named("val_error");
    private static final int CURVES = 50;

    /** Curves of a kind, and from which epoch on it has to be told. */
    static Stream<Arguments> drawn() {
        return Stream.of(
                Arguments.of(Drawn.by(CurveShape.LEARNING, 0.5, "exponential-offset", -80, -0.15, 90), 12),
                Arguments.of(Drawn.by(CurveShape.LEARNING, 0.3, "power-offset", -70, -0.6, 85), 12),
                Arguments.of(Drawn.by(CurveShape.LEARNING, 0.3, "mmf", 10, 4, 88, 1), 12),
                Arguments.of(Drawn.by(CurveShape.DELAYED, 0.4, "logistic", 10, 1.2, 90, 10), 20),
                Arguments.of(Drawn.by(CurveShape.DELAYED, 0.4, "gompertz", 10, 0.5, 90, 10), 20),
                Arguments.of(Drawn.by(CurveShape.NEVER_LEARNS, 0.4, "constant", 11.35), 20),
                Arguments.of(Drawn.by(CurveShape.NEVER_LEARNS, 1.5, "constant", 10), 20),
                Arguments.of(new Drawn(CurveShape.COLLAPSED, 0.4, x -> x < 25 ? 85 - 75 * Math.exp(-0.4 * x) : 10), 32),
                Arguments.of(Drawn.by(CurveShape.OVERFITTING, 0.3, "rise-and-decay", 10, 80, 0.5, 0.4, 0.03), 30),
                Arguments.of(Drawn.by(CurveShape.STEPPED, 0.4, "stepped-exponential", 10, 60, 0.5, 20, 0.3), 28),
                Arguments.of(Drawn.by(CurveShape.NOISY, 14, "exponential-offset", -40, -0.3, 80), 20));
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void curvesOfEachKindAreRecognised(Drawn drawn, int from) {
        long seed = 20_240_117;
        Random random = new Random(seed);
        for (double share : new double[] {0.3, 0.5, 1}) {
            double epoch = share * Drawn.HORIZON;
            int right = 0;
            Map<String, Integer> others = new HashMap<>();
            for (int i = 0; i < CURVES; i++) {
                LearningCurve curve = drawn.curve(random).upTo(epoch);
                ShapeFinding found = classify(ACCURACY, curve);
                ShapeFinding mirrored = classify(ERROR, Drawn.laid(curve, 100, -1));
                assertThat(mirrored.shapes())
                        .as("seed %d, curve %d, turned over", seed, i)
                        .isEqualTo(found.shapes());
                right += found.is(drawn.shape()) ? 1 : 0;
                others.merge(found.word(), 1, Integer::sum);
            }
            System.out.printf(
                    "%s with noise of %s at %.0f %%: %d of %d, %s (seed %d)%n",
                    drawn.shape().word(), drawn.noise(), 100 * share, right, CURVES, others, seed);
            if (epoch >= from) {
                assertThat(right).as("at epoch %s: %s", epoch, others).isGreaterThanOrEqualTo(CURVES * 9 / 10);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void anEndlessMeasureKeepsItsKindAtAnySizeAndPlace(Drawn drawn, int from) {
        Random random = new Random(7);
        for (int i = 0; i < 10; i++) {
            LearningCurve curve = drawn.curve(random).upTo(i % 2 == 0 ? from : Drawn.HORIZON);
            List<CurveShape> shapes =
                    classify(Drawn.endless(Direction.MAXIMIZE), curve).shapes();
            for (double[] line : new double[][] {{0, 1e-6}, {1000, 1}, {-1e6, 50}, {3, 1e30}}) {
                assertThat(classify(Drawn.endless(Direction.MAXIMIZE), Drawn.laid(curve, line[0], line[1]))
                                .shapes())
                        .as("%s + %s·v (seed 7, curve %d)", line[0], line[1], i)
                        .isEqualTo(shapes);
                assertThat(classify(Drawn.endless(Direction.MINIMIZE), Drawn.laid(curve, line[0], -line[1]))
                                .shapes())
                        .as("%s − %s·v (seed 7, curve %d)", line[0], line[1], i)
                        .isEqualTo(shapes);
            }
        }
    }

    @Test
    void aLossKeepsItsKindInAnyUnit() {
        FitnessMeasure loss = FitnessMeasure.named("val_loss");
        Drawn falling = Drawn.by(CurveShape.LEARNING, 0.01, "exponential-offset", 2, -0.2, 0.5);
        Drawn overfitting = new Drawn(CurveShape.OVERFITTING, 0.005, x -> 2 * Math.exp(-0.4 * x) + 0.5 + 0.01 * x);
        for (Drawn drawn : List.of(falling, overfitting)) {
            LearningCurve curve = drawn.curve(new Random(3));
            for (double unit : new double[] {1, 1e-9, 1e9}) {
                assertThat(classify(loss, Drawn.laid(curve, 0, unit)).shape()).contains(drawn.shape());
            }
        }
    }

    @Test
    void aYoungFlatCurveIsNotSaidNeverToLearn() {
        LearningCurve flat =
                Drawn.by(CurveShape.NEVER_LEARNS, 0, "constant", 10).curve(new Random(1));

        ShapeFinding young = classify(ACCURACY, flat.upTo(19));

        assertThat(young.word()).isEqualTo("unknown");
        assertThat(young.reason()).isEqualTo("It has not learned after 19 of 40 epochs, and may yet");
        assertThat(classify(ACCURACY, flat.upTo(20)).shape()).contains(CurveShape.NEVER_LEARNS);
    }

    @Test
    void aTrainingSeriesThatMovesKeepsAFlatCurveFromBeingGivenUp() {
        LearningCurve flat =
                Drawn.by(CurveShape.NEVER_LEARNS, 0, "constant", 10).curve(new Random(1));
        LearningCurve moving = Drawn.by(CurveShape.LEARNING, 0, "linear", 1, 10).curve(new Random(1));

        assertThat(classify(Map.of("val_accuracy", flat.upTo(20), "train_accuracy", moving.upTo(20)), Map.of()))
                .satisfies(finding -> assertThat(finding.shapes()).isEmpty())
                .satisfies(finding -> assertThat(finding.reason()).contains("train_accuracy has"));
        assertThat(classify(Map.of("val_accuracy", flat, "train_accuracy", moving), Map.of(Observation.CHANCE, 10.0))
                        .shape())
                .contains(CurveShape.NEVER_LEARNS);
    }

    @Test
    void aHighFlatCurveHasLearnedUnlessGuessingIsAsGood() {
        LearningCurve flat = Drawn.by(CurveShape.LEARNING, 0.2, "constant", 98).curve(new Random(1));

        assertThat(classify(ACCURACY, flat).shape()).contains(CurveShape.LEARNING);
        assertThat(classify(Map.of("val_accuracy", flat), Map.of(Observation.CHANCE, 98.0))
                        .shape())
                .contains(CurveShape.NEVER_LEARNS);
    }

    @Test
    void onlyACurveWhoseTrainingGoesOnOverfits() {
        LearningCurve falling = Drawn.by(CurveShape.OVERFITTING, 0, "rise-and-decay", 10, 80, 0.5, 0.4, 0.03)
                .curve(new Random(1));
        LearningCurve rising = Drawn.by(CurveShape.LEARNING, 0, "exponential-offset", -80, -0.15, 90)
                .curve(new Random(1));

        assertThat(classify(Map.of("val_accuracy", falling, "train_accuracy", rising), Map.of())
                        .shape())
                .contains(CurveShape.OVERFITTING);
        assertThat(classify(Map.of("val_accuracy", falling, "train_accuracy", falling), Map.of())
                        .is(CurveShape.OVERFITTING))
                .isFalse();
    }

    @Test
    void withAKnownScheduleOnlyItsStepsAreSteps() {
        LearningCurve stepped = Drawn.by(CurveShape.STEPPED, 0.1, "stepped-exponential", 10, 60, 0.5, 20, 0.3)
                .curve(new Random(1));

        for (int milestone : new int[] {20, 30}) {
            Observation observation = new Observation(
                    Map.of("val_accuracy", stepped),
                    ACCURACY,
                    Drawn.HORIZON,
                    Optional.of(new Schedule.Step(List.of(milestone), 0.1)),
                    Map.of());
            assertThat(CurveShapes.standard().classify(observation).is(CurveShape.STEPPED))
                    .isEqualTo(milestone == 20);
        }
    }

    @Test
    void aCurveCanBeOfSeveralKindsTheMostTellingFirst() {
        Drawn both = Drawn.by(CurveShape.DELAYED, 20, "logistic", 10, 1.2, 80, 10);
        double[] values = both.curve(new Random(5)).values();
        for (int i = 0; i < 9; i++) {
            values[i] = 10;
        }

        assertThat(classify(ACCURACY, LearningCurve.of(both.curve(new Random(5)).epochs(), values))
                        .shapes())
                .containsExactly(CurveShape.DELAYED, CurveShape.NOISY);
    }

    @Test
    void aFitnessThatIsNoNumberAnyMoreOrALossThatExplodesHasDiverged() {
        assertThat(classify(ACCURACY, curve(10, 20, Double.NaN)).shape()).contains(CurveShape.DIVERGED);
        assertThat(classify(FitnessMeasure.named("val_loss"), curve(2, 40, 50)).shape())
                .contains(CurveShape.DIVERGED);
        assertThat(classify(FitnessMeasure.named("val_loss"), curve(0.7, 1.1, 1.3, 1.4))
                        .shape())
                .contains(CurveShape.DIVERGED);
    }

    @Test
    void anyValuesAtAllAreAnswered() {
        long seed = 99;
        Random random = new Random(seed);
        double[] strange = {
            0,
            -0.0,
            1,
            -1,
            1e300,
            -1e300,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MIN_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            50,
            50,
            50
        };
        List<FitnessMeasure> measures = List.of(
                ACCURACY,
                ERROR,
                FitnessMeasure.named("val_loss"),
                FitnessMeasure.named("val_r2"),
                Drawn.endless(Direction.MAXIMIZE),
                Drawn.endless(Direction.MINIMIZE));
        for (int i = 0; i < 20_000; i++) {
            double[] values = random.doubles(random.nextInt(12))
                    .map(unused -> strange[random.nextInt(strange.length)])
                    .toArray();
            FitnessMeasure measure = measures.get(i % measures.size());
            Map<String, Double> features =
                    i % 3 == 0 ? Map.of(Observation.CHANCE, strange[random.nextInt(strange.length)]) : Map.of();
            Observation observation = new Observation(
                    Map.of(measure.name(), curve(values), "train_loss", curve(values)),
                    measure,
                    12,
                    Optional.of(new Schedule.Step(List.of(3, 6), 0.1)),
                    features);
            ShapeFinding finding = CurveShapes.standard().classify(observation);
            assertThat(finding.reason()).as("seed %d, curve %d", seed, i).isNotBlank();
            assertThat(finding.shapes()).doesNotHaveDuplicates();
        }
        assertThat(classify(ACCURACY, LearningCurve.empty()).word()).isEqualTo("unknown");
    }

    @Test
    void aMillionValuesAreThinnedAndConstantsAreFlat() {
        double[] epochs = new double[1_000_000];
        double[] values = new double[1_000_000];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = i + 1;
            values[i] = 90 - 80 * Math.exp(-i / 2e5);
        }
        Observation observation = Observation.of(ACCURACY, LearningCurve.of(epochs, values), epochs.length);

        assertThat(CurveShapes.standard().classify(observation).shape()).contains(CurveShape.LEARNING);
        for (FitnessMeasure measure : List.of(FitnessMeasure.named("val_loss"), Drawn.endless(Direction.MAXIMIZE))) {
            assertThat(classify(
                                    measure,
                                    Drawn.by(CurveShape.NEVER_LEARNS, 0, "constant", 0)
                                            .curve(new Random(1)))
                            .shape())
                    .contains(CurveShape.NEVER_LEARNS);
        }
    }

    private static LearningCurve curve(double... values) {
        double[] epochs = new double[values.length];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = i + 1;
        }
        return LearningCurve.of(epochs, values);
    }

    private static ShapeFinding classify(FitnessMeasure measure, LearningCurve curve) {
        return CurveShapes.standard().classify(Observation.of(measure, curve, Drawn.HORIZON));
    }

    private static ShapeFinding classify(Map<String, LearningCurve> series, Map<String, Double> features) {
        return CurveShapes.standard()
                .classify(new Observation(series, ACCURACY, Drawn.HORIZON, Optional.empty(), features));
    }
}
