package org.plateau.commons;

import java.util.List;
import java.util.Random;

/** Conditions as people may write them, of all that the language has. */
final class RandomConditions {
    private static final List<String> NUMBERS = List.of(
            "ask",
            "generation",
            "parameters",
            "mflops",
            "flops",
            "seed",
            "epochs",
            "last",
            "best",
            "fitness",
            "seconds",
            "dataset.classes",
            "dataset.noise",
            "learning_rate",
            "momentum",
            "batch_size",
            "gradient_clip",
            "layers",
            "depth",
            "test_accuracy",
            "count(conv5x5)",
            "count(skip)",
            "best(val_accuracy)",
            "last(val_accuracy)",
            "best(val_loss)",
            "last(val_loss)",
            "best(val_f1)",
            "val_accuracy@2",
            "val_accuracy@3.5",
            "val_loss@4",
            "epochs_to(val_accuracy, 95)",
            "epochs_to(val_loss, 0.5)");
    private static final List<String> TEXTS = List.of(
            "id",
            "search",
            "search_name",
            "genome",
            "operator",
            "measure",
            "stop_rule",
            "message",
            "dataset",
            "optimizer",
            "tag",
            "parents");
    private static final List<String> PATTERNS = List.of(
            "%",
            "n0%", "N0_1", "%10\\%", "digits\\_of%", "DIGITS%", "o''brien%", "set_", "%[4]%", "SGD", "conver%", "%''%");
    private static final List<String> SAID = List.of(
            "n003",
            "s1",
            "random",
            "O''Brien; --",
            "set1",
            "sgd",
            "good",
            "[[4]]",
            "val_loss",
            "converged",
            "",
            "x'' OR 1=1");
    private static final List<String> COMPARATORS = List.of("=", "<>", "!=", "<", "<=", ">", ">=");

    private final Random random;

    RandomConditions(Random random) {
        this.random = random;
    }

    String next(int depth) {
        return switch (depth == 0 ? 4 : random.nextInt(6)) {
            case 0 -> "(" + next(depth - 1) + " AND " + next(depth - 1) + ")";
            case 1 -> "(" + next(depth - 1) + " or " + next(depth - 1) + ")";
            case 2 -> next(depth - 1) + " AND " + next(depth - 1) + " OR " + next(depth - 1);
            case 3 -> "NOT (" + next(depth - 1) + ")";
            default -> (random.nextInt(5) == 0 ? "NOT " : "") + atom();
        };
    }

    private String atom() {
        String number = one(NUMBERS);
        String text = one(TEXTS);
        String not = random.nextInt(3) == 0 ? "NOT " : "";
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> number + " " + one(COMPARATORS) + " " + constant(number);
            case 3 -> constant(number) + " " + one(COMPARATORS) + " " + number;
            case 4 -> number + " " + one(COMPARATORS) + " " + one(NUMBERS);
            case 5 -> "%s %sBETWEEN %s AND %s".formatted(number, not, constant(number), constant(number));
            case 6 -> "%s %sIN (%s, %s)".formatted(number, not, constant(number), constant(number));
            case 7 -> "%s IS %sNULL".formatted(random.nextBoolean() ? number : text, not);
            case 8 -> "%s %s '%s'".formatted(text, one(COMPARATORS), one(SAID));
            case 9 -> "%s %sLIKE '%s'".formatted(text, not, one(PATTERNS));
            case 10 -> "%s %sIN ('%s', '%s')".formatted(text, not, one(SAID), one(SAID));
            case 11 -> "has(%s)".formatted(one(List.of("skip", "conv5x5", "relu", "dropout")));
            case 12 ->
                "similar('n00%d') %s 0.%d".formatted(1 + random.nextInt(5), one(COMPARATORS), random.nextInt(10));
            default ->
                one(List.of(
                        "status = 'completed'",
                        "status <> 'training'",
                        "fitness_origin IN ('measured', 'predicted')",
                        "search < operator",
                        "created >= '2026-11-24'",
                        "updated < '2026-11-24T03:21:00Z'",
                        "created = updated"));
        };
    }

    /** Near what the fields hold. */
    private String constant(String number) {
        if (number.startsWith("best")
                || number.startsWith("last")
                || number.matches("fitness|test_.*|val_accuracy@.*")) {
            return "%s".formatted(number.contains("loss") ? random.nextInt(10) / 8.0 : 90 + random.nextInt(20) / 2.0);
        }
        return switch (random.nextInt(4)) {
            case 0 -> "0.%d".formatted(random.nextInt(1000));
            case 1 -> "%de-3".formatted(random.nextInt(50));
            case 2 -> "-%d".formatted(random.nextInt(5));
            default -> "%d".formatted(random.nextInt(number.equals("parameters") ? 400 : 20));
        };
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
