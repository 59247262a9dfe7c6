package org.plateau.workflow.worker;

import java.nio.file.Path;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.provenance.Environment;

/** What a long-lived worker says on its standard output, one JSON line each. */
public sealed interface WorkerMessage {
    /** Started and loaded. */
    record Ready(DatasetProperties dataset, Environment environment, double cpuSeconds) implements WorkerMessage {}

    /** It waits for a folder. Only now may it be given one: after an attempt it may as well leave. */
    record Idle() implements WorkerMessage {}

    /** An attempt is over; its trail says how. */
    record Done(Path folder) implements WorkerMessage {}

    /** An attempt could not be carried out because of the network itself or its engine; it counts as a fault. */
    record Faulted(Path folder, String message) implements WorkerMessage {}

    /** Nothing can be carried out here: a dataset that is not what it was, a disk that is full. */
    record Unfit(String message) implements WorkerMessage {}

    /**
     * The process leaves of its own will. A folder that it was given but said nothing of was not begun.
     *
     * @param reason why
     * @param cpuSeconds of its whole life
     * @param besideSeconds CPU of prediction and record trails
     */
    record Leaving(String reason, double cpuSeconds, double besideSeconds) implements WorkerMessage {}
}
