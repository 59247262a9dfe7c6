package org.plateau.cli;

import picocli.CommandLine;

/** Entry point of the program {@code plateau}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** One line that says what is wrong and where to read on, instead of the whole help. */
    private static int wrongUsage(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr()
                .printf(
                        "plateau: %s%nSee %s --help%n",
                        wrong.getMessage(), command.getCommandSpec().qualifiedName());
        return Failures.WRONG_USAGE;
    }

    static CommandLine commandLine() {
        return new CommandLine(new PlateauCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(new Failures());
    }
}
