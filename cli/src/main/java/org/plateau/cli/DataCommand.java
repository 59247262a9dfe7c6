package org.plateau.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.plateau.cli.configuration.ConfigurationException;
import org.plateau.cli.configuration.ConfigurationReader;
import org.plateau.cli.configuration.DatasetSection;
import org.plateau.cli.configuration.DiffractionSection;
import org.plateau.cli.output.DatasetOutput;
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
        mixinStandardHelpOptions = true,
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
            mixinStandardHelpOptions = true,
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
            mixinStandardHelpOptions = true,
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
        private Optional<Integer> pixels = Optional.empty();

        @Option(names = "--beam", paramLabel = "I", description = "Photons/µm²; 1e15 if left out.")
        private Optional<Double> beam = Optional.empty();

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
            try {
                // A generated folder does not say how its training patterns will be split: half is as good as any.
                int half = Math.max(2, train / 4 * 2);
                DiffractionSection section = new DiffractionSection(
                        Optional.empty(),
                        output,
                        pixels.map(OptionalInt::of).orElse(OptionalInt.empty()),
                        beam.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                        structures.isEmpty() ? Optional.empty() : Optional.of(structures),
                        OptionalInt.of(train - half),
                        OptionalInt.of(half),
                        OptionalInt.of(test),
                        OptionalLong.of(seed),
                        Optional.empty());
                Generation.ensure(section.resolved(), spec.commandLine().getOut());
                spec.commandLine().getOut().flush();
                return 0;
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
    }

    @Command(
            name = "describe",
            description = "Loads the dataset of a search's configuration and tells its properties.",
            mixinStandardHelpOptions = true,
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
            if (section instanceof DiffractionSection diffraction) {
                Generation.ensure(diffraction, spec.commandLine().getErr());
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
