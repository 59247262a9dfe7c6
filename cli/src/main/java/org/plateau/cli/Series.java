package org.plateau.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Guesses which of several series is the fitness. */
final class Series {
    private static final List<String> PREFERRED =
            List.of("val_accuracy", "test_accuracy", "val_loss", "test_loss", "val_", "test_");

    private Series() {}

    /** The first measured on data that was not trained on. */
    static Optional<String> fitness(Map<String, ?> series) {
        return PREFERRED.stream()
                .flatMap(beginning -> series.keySet().stream().filter(name -> name.startsWith(beginning)))
                .findFirst();
    }
}
