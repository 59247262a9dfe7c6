package org.plateau.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plateau.cli.configuration.ConfigurationException;
import org.plateau.cli.configuration.ConfigurationReader;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.WrittenFunction;
import picocli.CommandLine.Option;

/** The option {@code --functions} of commands that work with parametric functions. */
final class FunctionsOption {
    @Option(
            names = "--functions",
            paramLabel = "FILE",
            description =
                    "Functions of your own: a YAML file with the key functions, as under termination in a search's"
                            + " configuration.")
    private Optional<Path> file = Optional.empty();

    /**
     * The functions of the file, none without one.
     *
     * @throws ConfigurationException if the file cannot be used
     */
    List<WrittenFunction> functions() {
        return file.map(ConfigurationReader::readFunctions).orElse(List.of());
    }

    /**
     * The standard index with these functions.
     *
     * @throws ConfigurationException as {@link #functions}
     */
    FunctionIndex index() {
        return FunctionIndex.standard()
                .plus(functions().stream().map(WrittenFunction::function).toList());
    }
}
