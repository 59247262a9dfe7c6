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
        Expect.atLeast(1, "epochs", OptionalInt.of(epochs));
        Expect.atLeast(1, "batch-size", batchSize);
        Expect.notNegative("gradient-clip", gradientClip);
        fitness.ifPresent(name -> Measures.require("fitness", name, Measures.QUALITIES));
        Expect.matches("last|best|all|every [1-9]\\d{0,5}", "checkpoints", checkpoints, "last, best, all or every N");
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
            default -> new Retention.Every(Integer.parseInt(text.substring("every ".length())));
        };
    }
}
