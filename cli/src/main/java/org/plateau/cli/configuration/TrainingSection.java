package org.plateau.cli.configuration;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.training.Retention;
import org.plateau.core.training.TrainingConfiguration;

/**
 * The key {@code training}. Left out, values are those of NSGA-Net's search.
 *
 * @param epochs the horizon
 * @param batchSize 128 if left out
 * @param optimizer SGD if left out
 * @param schedule cosine if left out
 * @param gradientClip largest norm of a step's gradient, 5 if left out; 0 for no limit
 * @param fitness measure that is predicted, {@code val_accuracy} if left out
 * @param checkpoints which are kept: {@code last} if left out, {@code best}, {@code all} or {@code every N}
 */
public record TrainingSection(
        int epochs,
        OptionalInt batchSize,
        Optional<OptimizerSection> optimizer,
        Optional<ScheduleSection> schedule,
        OptionalDouble gradientClip,
        Optional<String> fitness,
        Optional<String> checkpoints) {
    public TrainingSection {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be ≥ 1, but was " + epochs);
        }
        if (batchSize.orElse(1) < 1) {
            throw new IllegalArgumentException("batch-size must be ≥ 1, but was " + batchSize.getAsInt());
        }
        if (!(gradientClip.orElse(0) >= 0)) {
            throw new IllegalArgumentException("gradient-clip must be ≥ 0, but was " + gradientClip.getAsDouble());
        }
        checkpoints.ifPresent(TrainingSection::retention);
    }

    TrainingSection resolved() {
        return new TrainingSection(
                epochs,
                OptionalInt.of(batchSize.orElse(128)),
                Optional.of(optimizer.orElse(OptimizerSection.standard()).resolved()),
                Optional.of(schedule.orElse(ScheduleSection.standard()).resolved()),
                OptionalDouble.of(gradientClip.orElse(5)),
                Optional.of(fitness.orElse("val_accuracy")),
                Optional.of(checkpoints.orElse("last")));
    }

    TrainingConfiguration configuration() {
        double clip = gradientClip.orElseThrow();
        return new TrainingConfiguration(
                epochs,
                batchSize.orElseThrow(),
                optimizer.orElseThrow().optimizer(),
                schedule.orElseThrow().schedule(),
                clip == 0 ? Double.POSITIVE_INFINITY : clip,
                FitnessMeasure.named(fitness.orElseThrow()),
                retention(checkpoints.orElseThrow()));
    }

    private static Retention retention(String text) {
        return switch (text) {
            case "last" -> new Retention.Last();
            case "best" -> new Retention.Best();
            case "all" -> new Retention.All();
            default -> {
                if (!text.matches("every [1-9]\\d{0,5}")) {
                    throw new IllegalArgumentException(
                            "checkpoints must be last, best, all or \"every N\", but was \"" + text + "\"");
                }
                yield new Retention.Every(Integer.parseInt(text.substring("every ".length())));
            }
        };
    }
}
