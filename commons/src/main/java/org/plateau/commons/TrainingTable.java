package org.plateau.commons;

import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.TrainingConfiguration;

/** The table of different ways in which networks are trained. */
final class TrainingTable {
    private final Handle handle;

    TrainingTable(Handle handle) {
        this.handle = handle;
    }

    /** The key of a configuration, which gets a row if it has none. */
    long key(TrainingConfiguration training) {
        String document = Columns.json(training);
        Optional<Long> known = handle.createQuery("SELECT key FROM trainings WHERE document = :document")
                .bind("document", document)
                .mapTo(Long.class)
                .findOne();
        return known.orElseGet(() -> insert(document, training));
    }

    private long insert(String document, TrainingConfiguration training) {
        Optimizer optimizer = training.optimizer();
        return handle.createQuery("""
                        INSERT INTO trainings (key, document, optimizer, learning_rate, momentum, weight_decay,
                            batch_size, schedule, gradient_clip, retention)
                        VALUES ((SELECT coalesce(max(key), 0) + 1 FROM trainings), :document, :optimizer, :learning_rate,
                            :momentum, :weight_decay, :batch_size, :schedule, :gradient_clip, :retention)
                        RETURNING key
                        """)
                .bind("document", document)
                .bind("optimizer", kind(optimizer))
                .bind("learning_rate", optimizer.learningRate())
                .bind("momentum", optimizer instanceof Optimizer.Sgd sgd ? (Double) sgd.momentum() : null)
                .bind("weight_decay", optimizer.weightDecay())
                .bind("batch_size", training.batchSize())
                .bind("schedule", kind(training.schedule()))
                .bind("gradient_clip", training.gradientClip())
                .bind("retention", kind(training.retention()))
                .mapTo(Long.class)
                .one();
    }

    private static String kind(Object choice) {
        return choice.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
