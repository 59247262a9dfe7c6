package org.plateau.cli.configuration;

import java.util.List;

/**
 * A file of functions of the user's own.
 *
 * @param functions at least one
 */
record FunctionsFile(List<FunctionSection> functions) {
    FunctionsFile {
        functions = List.copyOf(functions);
        Expect.that(!functions.isEmpty(), "functions", functions, "at least one function");
        FunctionSection.requireNames(functions);
    }
}
