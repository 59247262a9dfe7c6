package org.plateau.cli.configuration;

import java.util.List;
import java.util.OptionalDouble;
import org.plateau.core.training.Schedule;

/** The key {@code training.schedule}. */
public sealed interface ScheduleSection {
    static ScheduleSection standard() {
        return new Cosine(OptionalDouble.empty());
    }

    default ScheduleSection resolved() {
        return this;
    }

    Schedule schedule();

    /** The initial rate throughout. */
    record Constant() implements ScheduleSection {
        @Override
        public Schedule schedule() {
            return new Schedule.Constant();
        }
    }

    /** Half a cosine down to {@code floor} of the initial rate, 0 if left out. */
    record Cosine(OptionalDouble floor) implements ScheduleSection {
        public Cosine {
            new Schedule.Cosine(floor.orElse(0));
        }

        @Override
        public ScheduleSection resolved() {
            return new Cosine(OptionalDouble.of(floor.orElse(0)));
        }

        @Override
        public Schedule schedule() {
            return new Schedule.Cosine(floor.orElseThrow());
        }
    }

    /** Multiplied by {@code gamma} (0.1 if left out) after each of the epochs {@code milestones}. */
    record Step(List<Integer> milestones, OptionalDouble gamma) implements ScheduleSection {
        public Step {
            milestones = List.copyOf(milestones);
            new Schedule.Step(milestones, gamma.orElse(0.1));
        }

        @Override
        public ScheduleSection resolved() {
            return new Step(milestones, OptionalDouble.of(gamma.orElse(0.1)));
        }

        @Override
        public Schedule schedule() {
            return new Schedule.Step(milestones, gamma.orElseThrow());
        }
    }
}
