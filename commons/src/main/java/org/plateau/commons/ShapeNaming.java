package org.plateau.commons;

import java.util.Map;
import java.util.Optional;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.fitness.LearningCurve;

/** Tells what kind of curve a training shows that has ended. Handed in, because the commons knows nothing of prediction. */
@FunctionalInterface
public interface ShapeNaming {
    /** Knows no kinds. */
    ShapeNaming NONE = (curves, assignment, dataset) -> Optional.empty();

    /**
     * The kind's name, empty where it cannot be told. The same curves must always have the same name.
     *
     * @param curves of all measures, with the epochs that count
     * @param assignment what the network was trained for
     * @param dataset what it was trained on
     */
    Optional<String> shape(Map<String, LearningCurve> curves, Assignment assignment, DatasetProperties dataset);
}
