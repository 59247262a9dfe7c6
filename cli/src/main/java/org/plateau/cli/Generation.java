package org.plateau.cli;

import java.io.PrintWriter;
import org.plateau.cli.configuration.DiffractionSection;
import org.plateau.diffraction.DiffractionGenerator;
import org.plateau.diffraction.GenerationSummary;
import org.plateau.diffraction.ProgressListener;

/** Makes the patterns of a configuration's dataset where they are missing. */
final class Generation {
    private Generation() {}

    static void ensure(DiffractionSection resolved, PrintWriter messages) {
        int threads = Runtime.getRuntime().availableProcessors();
        GenerationSummary summary =
                DiffractionGenerator.generate(resolved.generation(threads), ProgressListener.SILENT);
        if (!summary.alreadyThere()) {
            messages.printf(
                    "plateau: made %d diffraction patterns in %.1f s (%.0f lit pixels, %.0f photons each) in %s%n",
                    summary.patterns(),
                    summary.seconds(),
                    summary.meanLitPixels(),
                    summary.meanPhotons(),
                    resolved.path().orElseThrow());
        }
    }
}
