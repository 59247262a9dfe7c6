package org.plateau.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.plateau.cli.configuration.ConfigurationException;
import org.plateau.cli.configuration.ConfigurationReader;
import org.plateau.cli.configuration.DatasetSection;
import org.plateau.cli.configuration.DiffractionSection;
import org.plateau.cli.output.DatasetOutput;
import org.plateau.cli.output.ProgressLine;
import org.plateau.diffraction.Beam;
import org.plateau.diffraction.Detector;
import org.plateau.diffraction.DiffractionSettings;
import org.plateau.diffraction.StructureSource;
import org.plateau.training.dataset.DatasetLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "data",
        description = "Makes and describes datasets.",
        subcommands = {DataCommand.Generate.class, DataCommand.Describe.class},
        footer = {"", "Example:", "  plateau data describe examples/diffraction.yaml"})
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say generate or describe");
    }

    @Command(
            name = "generate",
            description = "Simulates a dataset.",
            subcommands = Diffraction.class,
            footer = {"", "Example:", "  plateau data generate diffraction --pixels 64 --output data/patterns"})
    static final class Generate implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "Say what to generate: diffraction");
        }
    }

    @Command(
            name = "diffraction",
            description =
                    "Simulates X-ray laser diffraction patterns of two conformations of a molecule, as float TIFF.",
            footer = {
                "",
                "Example:",
                "  plateau data generate diffraction --beam 1e15 --structures 1ake.pdb 4ake.pdb --output data/kinase"
            })
    static final class Diffraction implements Callable<Integer> {
        @Option(
                names = "--output",
                paramLabel = "DIR",
                description = "The folder; data/diffraction-PIXELS-BEAM if left out.")
        private Optional<Path> output = Optional.empty();

        @Option(names = "--pixels", paramLabel = "N", description = "Pixels of one side; 127 if left out.")
        private int pixels = 127;

        @Option(names = "--beam", paramLabel = "I", description = "Photons/µm²; 1e15 if left out.")
        private double beam = 1e15;

        @Option(
                names = "--train",
                paramLabel = "N",
                description = "Patterns of both conformations in trainset; 1200 if left out.")
        private int train = 1200;

        @Option(names = "--test", paramLabel = "N", description = "Patterns in testset; 200 if left out.")
        private int test = 200;

        @Option(
                names = "--structures",
                arity = "2",
                paramLabel = "FILE",
                description = "Two PDB or mmCIF files; a built-in model molecule if left out.")
        private List<Path> structures = List.of();

        @Option(names = "--seed", paramLabel = "S", description = "Seed of orientations and noise; 1 if left out.")
        private long seed = 1;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            Beam fluence = checked("--beam", () -> new Beam(beam));
            Detector detector = checked("--pixels", () -> Detector.ofPixels(pixels));
            requireEven("--train", train, 2);
            requireEven("--test", test, 0);
            Path folder = output.orElse(Path.of("data", "diffraction-%d-%s".formatted(pixels, fluence.label())));
            StructureSource source = structures.isEmpty()
                    ? new StructureSource.BuiltIn()
                    : checked("--structures", () -> new StructureSource.Files(structures.get(0), structures.get(1)));
            int threads = Runtime.getRuntime().availableProcessors();
            DiffractionSettings settings = checked(
                    "--train",
                    () -> new DiffractionSettings(
                            source, detector, fluence, train / 2, test / 2, seed, threads, folder));
            Generation generation = Generation.run(settings, ProgressLine.onStandardError());
            spec.commandLine().getOut().println(generation.sentence());
            spec.commandLine().getOut().flush();
            return 0;
        }

        private <T> T checked(String option, Supplier<T> value) {
            try {
                return value.get();
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "%s: %s".formatted(option, e.getMessage()), e);
            }
        }

        private void requireEven(String option, int count, int least) {
            if (count < least || count % 2 != 0) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "%s must be an even number of patterns ≥ %d, but was %d".formatted(option, least, count));
            }
        }
    }

    @Command(
            name = "describe",
            description = "Loads the dataset of a search's configuration and tells its properties.",
            footer = {"", "Example:", "  plateau data describe examples/fashion-mnist.yaml"})
    static final class Describe implements Callable<Integer> {
        @Parameters(paramLabel = "CONFIG.yaml", description = "The search's configuration.")
        private Path file = Path.of("");

        @Option(names = "--format", paramLabel = "F", description = "table (the default) or json.")
        private OutputFormat format = OutputFormat.TABLE;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            DatasetSection section = ConfigurationReader.read(file).dataset().resolved();
            DatasetFiles.require(file, section);
            if (section instanceof DiffractionSection diffraction) {
                int threads = Runtime.getRuntime().availableProcessors();
                Generation generation = Generation.run(diffraction.generation(threads), ProgressLine.onStandardError());
                if (generation.made()) {
                    spec.commandLine().getErr().println("plateau: " + generation.sentence());
                    spec.commandLine().getErr().flush();
                }
            }
            try {
                var properties = DatasetLoader.describe(section.specification());
                spec.commandLine()
                        .getOut()
                        .print(
                                format == OutputFormat.JSON
                                        ? DatasetOutput.json(properties)
                                        : DatasetOutput.text(properties));
                spec.commandLine().getOut().flush();
                return 0;
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(file + ": " + e.getMessage(), e);
            }
        }
    }
}
