package org.plateau.cli;

import org.plateau.core.provenance.Build;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "plateau",
        description = "Searches for neural networks and knows when to stop training them.",
        versionProvider = PlateauCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SearchCommand.class,
            StatusCommand.class,
            StopCommand.class,
            PredictCommand.class,
            EvaluateCommand.class,
            FunctionsCommand.class,
            DataCommand.class,
            CommonsCommand.class,
            ReproduceCommand.class,
            WorkerCommandLine.class,
            CommandLine.HelpCommand.class
        },
        footer = {"", "Example:", "  plateau search examples/diffraction.yaml"})
final class PlateauCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    PlateauCommand() {
        // picocli sets the field; until then it is a specification without a command.
        spec = CommandSpec.create();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Build build = Build.current();
            return new String[] {"plateau %s (commit %s)".formatted(build.version(), build.commit())};
        }
    }
}
