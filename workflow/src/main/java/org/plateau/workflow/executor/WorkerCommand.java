package org.plateau.workflow.executor;

import java.util.List;
import java.util.Map;

/**
 * How worker processes are started.
 *
 * @param command program and arguments, up to those that the executor adds
 * @param environment variables set on top of this process's own; malloc's must be there before the process starts
 */
public record WorkerCommand(List<String> command, Map<String, String> environment) {
    public WorkerCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
