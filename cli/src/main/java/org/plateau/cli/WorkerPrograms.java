package org.plateau.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plateau.training.pytorch.PyTorchProcess;
import org.plateau.workflow.executor.WorkerCommand;

/** How this program starts itself as a worker. */
final class WorkerPrograms {
    /** The JVM's own memory; tensors live outside of it. */
    private static final String HEAP = "-Xmx512m";

    /** Environment variable with further options, which come later and so win: {@code -Xmx4g} for huge IDX files. */
    private static final String OPTIONS = "PLATEAU_WORKER_JAVA_OPTIONS";

    private WorkerPrograms() {}

    static WorkerCommand pyTorch(int threads) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(PyTorchProcess.jvmOptions(threads));
        command.add(HEAP);
        command.addAll(
                Stream.of(Optional.ofNullable(System.getenv(OPTIONS)).orElse("").split(" "))
                        .filter(option -> !option.isBlank())
                        .toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return new WorkerCommand(command, PyTorchProcess.environment());
    }
}
