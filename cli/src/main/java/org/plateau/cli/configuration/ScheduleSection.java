package org.plateau.cli.configuration;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
            floor.ifPresent(share -> Expect.that(share >= 0 && share <= 1, "floor", share, "a share in [0, 1]"));
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
            Expect.that(increasing(milestones), "milestones", milestones, "epochs ≥ 1, each later than the one before");
            gamma.ifPresent(factor -> Expect.that(factor > 0 && factor <= 1, "gamma", factor, "a number in (0, 1]"));
        }

        private static boolean increasing(List<Integer> milestones) {
            return IntStream.range(0, milestones.size())
                    .allMatch(i -> milestones.get(i) > (i == 0 ? 0 : milestones.get(i - 1)));
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
