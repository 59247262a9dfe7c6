package org.plateau.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.plateau.cli.output.ProgressLine;
import org.plateau.diffraction.DiffractionGenerator;
import org.plateau.diffraction.DiffractionSettings;
import org.plateau.diffraction.GenerationSummary;

/**
 * Diffraction patterns that were made, or found.
 *
 * @param summary of the patterns
 * @param folder where they are
 */
record Generation(GenerationSummary summary, Path folder) {
    /** Makes the patterns where they are missing. */
    static Generation run(DiffractionSettings settings, ProgressLine line) {
        try {
            GenerationSummary summary = DiffractionGenerator.generate(
                    settings,
                    (done, total) -> line.show("making diffraction patterns: %d of %d".formatted(done, total)));
            return new Generation(summary, settings.folder());
        } finally {
            line.clear();
        }
    }

    /** Whether they had to be made. */
    boolean made() {
        return !summary.alreadyThere();
    }

    String sentence() {
        String patterns = String.format(
                Locale.ROOT,
                "%d diffraction patterns (%.0f lit pixels, %.0f photons each)",
                summary.patterns(),
                summary.meanLitPixels(),
                summary.meanPhotons());
        return made()
                ? String.format(Locale.ROOT, "made %s in %s in %.1f s", patterns, folder, summary.seconds())
                : "%s holds %s".formatted(folder, patterns);
    }
}
