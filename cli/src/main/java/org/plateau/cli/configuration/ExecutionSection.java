package org.plateau.cli.configuration;

import java.util.Optional;
import java.util.OptionalInt;
import org.plateau.workflow.configuration.ExecutionSettings;

/**
 * The key {@code execution}.
 *
 * @param workers trainings at a time; the number of processors if left out
 * @param threads compute threads of each, 1 if left out
 * @param device {@code auto} if left out
 * @param attempts tries at a network whose worker fails, 3 if left out
 * @param networksPerWorker networks after which a worker process is replaced, 50 if left out
 * @param workerMemory MiB above which a worker process is replaced between two networks, 4096 if left out
 */
public record ExecutionSection(
        OptionalInt workers,
        OptionalInt threads,
        Optional<String> device,
        OptionalInt attempts,
        OptionalInt networksPerWorker,
        OptionalInt workerMemory) {
    /** What a device may be called. */
    public static final String DEVICES = "auto|cpu|gpu(:\\d+)?";

    public ExecutionSection {
        Expect.atLeast(1, "workers", workers);
        Expect.atLeast(1, "threads", threads);
        Expect.matches(DEVICES, "device", device, "auto, cpu, gpu or gpu:N");
        Expect.atLeast(1, "attempts", attempts);
        Expect.atLeast(1, "networks-per-worker", networksPerWorker);
        Expect.atLeast(1, "worker-memory", workerMemory);
    }

    static ExecutionSection standard() {
        return new ExecutionSection(
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    ExecutionSection resolved(SearchFile.Overrides overrides) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new ExecutionSection(
                OptionalInt.of(overrides.workers().orElse(workers.orElse(processors))),
                OptionalInt.of(threads.orElse(1)),
                Optional.of(overrides.device().or(() -> device).orElse("auto")),
                OptionalInt.of(attempts.orElse(3)),
                OptionalInt.of(networksPerWorker.orElse(50)),
                OptionalInt.of(workerMemory.orElse(4096)));
    }

    ExecutionSettings settings() {
        return new ExecutionSettings(
                workers.orElseThrow(),
                threads.orElseThrow(),
                device.orElseThrow(),
                attempts.orElseThrow(),
                networksPerWorker.orElseThrow(),
                (long) workerMemory.orElseThrow() << 20);
    }
}
