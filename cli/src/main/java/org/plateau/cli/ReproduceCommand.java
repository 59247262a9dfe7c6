package org.plateau.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plateau.cli.configuration.ExecutionSection;
import org.plateau.cli.output.ProgressLine;
import org.plateau.cli.output.ReproductionOutput;
import org.plateau.commons.CommonsStore;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.provenance.Environment;
import org.plateau.formats.trail.TrailReader;
import org.plateau.workflow.executor.LocalExecutor;
import org.plateau.workflow.reproduction.Comparison;
import org.plateau.workflow.reproduction.RecordedTraining;
import org.plateau.workflow.reproduction.Reproduction;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;
import org.plateau.workflow.worker.WorkerSetup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reproduce",
        description = "Trains a network again as its record trail says, up to its last recorded epoch, and compares.",
        footer = {
            "",
            "Exit code 0: every measure of every epoch is the same to the last bit, but times",
            "and energy. 1: not; what differs is listed, in the place as well.",
            "",
            "Examples:",
            "  plateau reproduce 0b9519c9",
            "  plateau reproduce runs/diffraction/networks/0b9519c91f6a7d02/1/trail.jsonl",
            "  plateau reproduce 0b9519c9 --dataset /data/patterns --device cpu"
        })
final class ReproduceCommand implements Callable<Integer> {
    /** Resident bytes above which a worker would be replaced between two networks; there is only one. */
    private static final long UNLIMITED = Long.MAX_VALUE;

    @Parameters(
            paramLabel = "ID|TRAIL",
            description = "The network's id in the commons, or its first digits; or the file of a record trail.")
    private String network = "";

    @Mixin
    private CommonsOption place = new CommonsOption();

    @Option(
            names = "--dataset",
            arity = "1..4",
            paramLabel = "PATH",
            description = "Where the dataset is now, if not where it was: its folder; or the IDX files of images and"
                    + " labels, then those of the test split.")
    private List<Path> dataset = List.of();

    @Option(
            names = "--device",
            paramLabel = "D",
            description = "auto, cpu, gpu or gpu:N; the recorded one if left out.")
    private Optional<String> device = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "The run folder of the new training; runs/reproduction-ID if left out.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table (the default) or json.")
    private OutputFormat format = OutputFormat.TABLE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!device.orElse("auto").matches(ExecutionSection.DEVICES)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--device must be auto, cpu, gpu or gpu:N, but was " + device.get());
        }
        RecordedTraining recorded = recorded();
        DatasetSpecification specification =
                MovedDataset.of(recorded.generated().dataset(), dataset);
        RunFolder run = new RunFolder(output.orElseGet(() -> free(recorded.network())));
        if (Files.exists(run.networks())) {
            throw new RunFolderException("%s holds a run already; choose another --output".formatted(run.root()));
        }
        try (Interruption interruption = Interruption.listen()) {
            try {
                return reproduce(recorded, specification, run, interruption);
            } catch (RuntimeException e) {
                // Told here, as long as a signal's end of the JVM waits for it.
                return Failures.tell(e, spec.commandLine().getErr());
            }
        }
    }

    private RecordedTraining recorded() {
        Path file = Path.of(network);
        if (Files.isRegularFile(file)) {
            return RecordedTraining.of(network, TrailReader.readAll(file));
        }
        try (CommonsStore store = place.openExisting()) {
            return RecordedTraining.of("Network " + network, store.trail(network));
        }
    }

    private int reproduce(
            RecordedTraining recorded, DatasetSpecification specification, RunFolder run, Interruption interruption) {
        Environment then = recorded.environments().get(recorded.environments().size() - 1);
        String where = device.orElse(then.device());
        ProgressLine line = ProgressLine.onStandardError();
        line.show("starting a worker");
        try {
            Optional<Comparison> comparison = new Reproduction(
                            recorded,
                            specification,
                            run,
                            Clock.systemUTC(),
                            interruption::requested,
                            epochs -> line.show("epoch %d of %d".formatted(epochs, recorded.lastEpoch())),
                            done -> AtomicFile.write(
                                    run.root().resolve("comparison.json"), ReproductionOutput.json(done)))
                    .run(executor(run, specification, where, then.threads()), where, then.threads());
            line.clear();
            return comparison.map(this::print).orElseGet(() -> interrupted(run));
        } finally {
            line.clear();
        }
    }

    private int print(Comparison comparison) {
        spec.commandLine()
                .getOut()
                .print(
                        format == OutputFormat.JSON
                                ? ReproductionOutput.json(comparison)
                                : ReproductionOutput.text(comparison));
        spec.commandLine().getOut().flush();
        return comparison.identical() ? 0 : Failures.FAILED;
    }

    private int interrupted(RunFolder run) {
        spec.commandLine().getErr().println("plateau: stopped before its end; what was trained is in " + run.root());
        spec.commandLine().getErr().flush();
        return Failures.INTERRUPTED;
    }

    private static LocalExecutor executor(RunFolder run, DatasetSpecification dataset, String device, int threads) {
        WorkerSetup setup = new WorkerSetup(dataset, device, threads, 1, UNLIMITED);
        return new LocalExecutor(run, 1, setup, WorkerPrograms.pyTorch(threads));
    }

    /** {@code runs/reproduction-ID}, then with -2, -3 … */
    private static Path free(String network) {
        Path first = Path.of("runs", "reproduction-" + network);
        Path next = first;
        for (int number = 2; Files.exists(next); number++) {
            next = first.resolveSibling("reproduction-%s-%d".formatted(network, number));
        }
        return next;
    }
}
