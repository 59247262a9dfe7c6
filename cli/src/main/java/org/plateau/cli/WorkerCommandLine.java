package org.plateau.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plateau.training.pytorch.PyTorchTrainerFactory;
import org.plateau.workflow.worker.Worker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "worker",
        description = "Trains one network, or the networks whose folders come on standard input. Executors start it.",
        footer = {"", "Example:", "  plateau worker runs/diffraction/networks/0123456789abcdef/1"})
final class WorkerCommandLine implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "ATTEMPT-FOLDER", description = "Folder with a task.json.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--stdin", description = "Take folders from standard input, one on each line.")
    private boolean stdin;

    @Option(names = "--setup", paramLabel = "FILE", description = "With --stdin: what to load before the first one.")
    private Optional<Path> setup = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (stdin == folder.isPresent() || stdin != setup.isPresent()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Give either ATTEMPT-FOLDER, or --stdin with --setup FILE");
        }
        Worker worker = new Worker(new PyTorchTrainerFactory(), Clock.systemUTC());
        worker.leaveOnSignal();
        if (folder.isPresent()) {
            worker.runOne(folder.get());
            return 0;
        }
        // Messages go out on the real standard output; whatever else prints there must not be taken for one.
        PrintStream messages = System.out;
        System.setOut(System.err);
        BufferedReader folders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return worker.runMany(setup.orElseThrow(), folders, messages) ? 0 : Failures.FAILED;
    }
}
