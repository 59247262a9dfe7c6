package org.plateau.cli.output;

import java.io.PrintStream;
import org.plateau.workflow.orchestrator.Progress;

/** One line on the terminal that is written over again and again; silent where standard error is no terminal. */
public final class ProgressLine {
    /** The launcher sets this property where standard error is a terminal; Java cannot tell by itself. */
    private static final String TERMINAL = "plateau.terminal";

    private final PrintStream stream;
    private final boolean terminal;
    private boolean shown;

    ProgressLine(PrintStream stream, boolean terminal) {
        this.stream = stream;
        this.terminal = terminal;
    }

    public static ProgressLine onStandardError() {
        return new ProgressLine(System.err, Boolean.getBoolean(TERMINAL));
    }

    public void show(Progress progress) {
        if (terminal) {
            stream.print("\r\033[K" + text(progress));
            stream.flush();
            shown = true;
        }
    }

    /** Leaves the line empty for something else. */
    public void clear() {
        if (shown) {
            stream.print("\r\033[K");
            stream.flush();
            shown = false;
        }
    }

    static String text(Progress progress) {
        String networks = progress.budget().isPresent()
                ? "%d/%d networks".formatted(progress.told(), progress.budget().getAsInt())
                : "%d networks".formatted(progress.told());
        String phase =
                switch (progress.phase()) {
                    case SEARCHING -> "generation " + progress.generation();
                    case FINISHING_FRONT -> "finishing the front";
                    case TESTING_FRONT -> "testing the front";
                };
        String left = progress.remainingSeconds().isPresent() && progress.phase() == Progress.Phase.SEARCHING
                ? ", about %s left"
                        .formatted(Durations.text(progress.remainingSeconds().getAsDouble()))
                : "";
        return "%s · %s · %.0f epochs spent, %.0f saved · %d running · %s%s"
                .formatted(
                        networks,
                        phase,
                        progress.epochsSpent(),
                        progress.epochsSaved(),
                        progress.running(),
                        Durations.text(progress.elapsedSeconds()),
                        left);
    }
}
