package org.plateau.workflow.executor;

/** Where an attempt stands with its executor. */
public sealed interface AttemptState {
    /** Not begun yet. */
    record Waiting() implements AttemptState {}

    /** Being carried out. */
    record Running() implements AttemptState {}

    /** Over; the trail says how. */
    record Over() implements AttemptState {}

    /** Over by a fault: its worker died, or its engine failed. */
    record Faulted(String message) implements AttemptState {}

    /** Not known here now. */
    record Unknown() implements AttemptState {}
}
