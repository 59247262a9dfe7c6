package org.plateau.prediction.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.training.Schedule;
import org.plateau.prediction.Observation;

class ScheduleAheadTest {
    private static final Schedule STEPS = new Schedule.Step(List.of(30, 60, 90), 0.1);

    private static ScheduleAhead at(Schedule schedule, double epoch) {
        return new ScheduleAhead(schedule, epoch, 90);
    }

    @Test
    void aStepIsAheadUntilAnEpochWasTrainedAfterIt() {
        assertThat(at(STEPS, 0).nextStep()).isEqualTo(OptionalInt.of(30));
        assertThat(at(STEPS, 30).nextStep()).isEqualTo(OptionalInt.of(30));
        assertThat(at(STEPS, 30.5).nextStep()).isEqualTo(OptionalInt.of(60));
        assertThat(at(STEPS, 31).step()).contains("The learning rate falls at epoch 60");
    }

    @Test
    void aStepAtTheHorizonOrASlightOneIsNoneToWaitFor() {
        assertThat(at(STEPS, 61).nextStep()).isEmpty();
        assertThat(at(new Schedule.Step(List.of(30, 60), 0.95), 1).nextStep()).isEmpty();
    }

    @Test
    void otherSchedulesHaveNoSteps() {
        assertThat(at(new Schedule.Constant(), 1).step()).isEmpty();
        assertThat(at(new Schedule.Cosine(0), 1).step()).isEmpty();
    }

    @Test
    void aCosineRisesLateUntilHalfOfTheHorizon() {
        assertThat(at(new Schedule.Cosine(0), 30).lateRise())
                .contains("The learning rate is still at 75 % of its first value, and curves rise late under a cosine");
        assertThat(at(new Schedule.Cosine(0), 45).lateRise()).isEmpty();
        assertThat(at(new Schedule.Cosine(0.9), 30).lateRise()).isEmpty();
        assertThat(at(STEPS, 1).lateRise()).isEmpty();
    }

    @Test
    void whatIsAheadIsAShareOfAllLearning() {
        assertThat(at(new Schedule.Constant(), 30).ahead()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(at(new Schedule.Constant(), 89.5).ahead()).isCloseTo(0.5 / 90, within(1e-12));
        assertThat(at(STEPS, 30).ahead()).isCloseTo(0.11 / 1.11, within(1e-9));
        // ∫ (1 + cos πt)/2 from 1/2 to 1 is 1/4 − 1/(2π), of 1/2
        assertThat(at(new Schedule.Cosine(0), 45).ahead()).isCloseTo(0.5 - 1 / Math.PI, within(0.01));
        assertThat(at(new Schedule.Cosine(0), 90).ahead()).isZero();
        assertThat(at(STEPS, 65).rate()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void anUnknownScheduleIsTakenForConstant() {
        Observation observation =
                new Observation(Map.of(), FitnessMeasure.named("val_loss"), 10, Optional.empty(), Map.of());

        assertThat(ScheduleAhead.of(observation).schedule()).isEqualTo(new Schedule.Constant());
    }
}
