package org.plateau.cli;

import java.nio.file.Path;
import org.plateau.cli.configuration.ConfigurationException;
import org.plateau.cli.configuration.SearchFile;
import org.plateau.workflow.configuration.SearchConfiguration;

/** Makes the workflow's configuration from a resolved file. */
final class Configurations {
    private Configurations() {}

    /** @throws ConfigurationException naming the file, where parts that are sound alone do not fit together */
    static SearchConfiguration of(Path file, SearchFile resolved) {
        try {
            return resolved.configuration();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(file + ": " + e.getMessage(), e);
        }
    }
}
