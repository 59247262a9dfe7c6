package org.plateau.cli;

import java.util.Locale;
import org.plateau.cli.output.Rows;
import org.plateau.commons.NetworkQuery;
import org.plateau.workflow.attempt.WeightSelection;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Entry point of the program {@code plateau}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Numbers are written with a decimal point wherever this runs, since other programs read them.
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine plateau = new CommandLine(new PlateauCommand());
        plateau.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Tell the version and leave.")
                        .build());
        addHelp(plateau);
        return plateau.registerConverter(OutputFormat.class, new LowerCaseEnum<>(OutputFormat.class))
                .registerConverter(Rows.Format.class, new LowerCaseEnum<>(Rows.Format.class))
                .registerConverter(FunctionsCommand.Format.class, new LowerCaseEnum<>(FunctionsCommand.Format.class))
                .registerConverter(EvaluateCommand.Format.class, new LowerCaseEnum<>(EvaluateCommand.Format.class))
                .registerConverter(WeightSelection.class, new LowerCaseEnum<>(WeightSelection.class))
                .registerConverter(NetworkQuery.Sort.class, new LowerCaseEnum<>(NetworkQuery.Sort.class))
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(new Failures());
    }

    private static void addHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help and leave.")
                            .build());
        }
        command.getSubcommands().values().forEach(Main::addHelp);
    }

    /** One line that says what is wrong and one where to read on, instead of the whole help. */
    private static int wrongUsage(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr()
                .printf(
                        "plateau: %s%nSee %s --help%n",
                        said(wrong), command.getCommandSpec().qualifiedName());
        command.getErr().flush();
        return Failures.WRONG_USAGE;
    }

    private static String said(CommandLine.ParameterException wrong) {
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().get(0);
            String kind = first.startsWith("-")
                    ? "option"
                    : wrong.getCommandLine().getSubcommands().isEmpty() ? "argument" : "command";
            String nearest = unmatched.getSuggestions().stream()
                    .findFirst()
                    .map(name -> "; did you mean %s?".formatted(name))
                    .orElse("");
            return "Unknown %s %s%s".formatted(kind, first, nearest);
        }
        return String.valueOf(wrong.getMessage());
    }
}
