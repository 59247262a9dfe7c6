package org.plateau.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plateau.cli.configuration.ConfigurationException;
import org.plateau.cli.configuration.DatasetSection;

/** Looks for the files that a configuration names, since it takes workers seconds to find out that they are missing. */
final class DatasetFiles {
    private static final String FASHION_MNIST =
            " (Fashion-MNIST: Debian's package dataset-fashion-mnist puts its four files into"
                    + " /usr/share/datasets/fashion-mnist; apt install dataset-fashion-mnist)";

    private DatasetFiles() {}

    /**
     * Looks for them.
     *
     * @param configuration named in the message
     * @throws ConfigurationException if one is missing
     */
    static void require(Path configuration, DatasetSection section) {
        if (section instanceof DatasetSection.Folder folder && !Files.isDirectory(folder.path())) {
            throw new ConfigurationException("%s: dataset.path: there is no folder %s; expected one of images"
                    .formatted(configuration, folder.path()));
        }
        if (section instanceof DatasetSection.Idx idx) {
            Map<String, Path> files = new LinkedHashMap<>();
            files.put("images", idx.images());
            files.put("labels", idx.labels());
            idx.testImages().ifPresent(file -> files.put("test-images", file));
            idx.testLabels().ifPresent(file -> files.put("test-labels", file));
            files.forEach((key, file) -> {
                if (!Files.isRegularFile(file)) {
                    throw new ConfigurationException("%s: dataset.%s: there is no file %s; expected an IDX file%s"
                            .formatted(configuration, key, file, FASHION_MNIST));
                }
            });
        }
    }
}
