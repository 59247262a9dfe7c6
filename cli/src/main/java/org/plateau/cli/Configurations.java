package org.plateau.cli;

import java.nio.file.Path;
import org.plateau.cli.configuration.ConfigurationException;
import org.plateau.cli.configuration.DiffractionSection;
import org.plateau.cli.configuration.SearchFile;
import org.plateau.core.architecture.ArchitectureException;
import org.plateau.workflow.configuration.SearchConfiguration;

/** Makes the workflow's configuration from a resolved file. */
final class Configurations {
    private Configurations() {}

    /** @throws ConfigurationException naming the file, where parts that are sound alone do not fit together */
    static SearchConfiguration of(Path file, SearchFile resolved) {
        try {
            SearchConfiguration configuration = resolved.configuration();
            if (resolved.dataset() instanceof DiffractionSection diffraction) {
                // The only dataset whose shape is known before it is there: better told now than when it is made.
                configuration.space().space(diffraction.image(), DiffractionSection.CLASSES);
                diffraction.generation(1);
            }
            return configuration;
        } catch (IllegalArgumentException | ArchitectureException e) {
            throw new ConfigurationException(file + ": " + e.getMessage(), e);
        }
    }
}
