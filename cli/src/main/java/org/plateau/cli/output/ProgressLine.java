package org.plateau.cli.output;

import java.io.PrintStream;
import org.plateau.workflow.orchestrator.Progress;

/** One line on the terminal that is written over again and again; silent where standard error is no terminal. */
public final class ProgressLine {
    /** The launcher sets this property where standard error is a terminal; Java cannot tell by itself. */
    private static final String TERMINAL = "plateau.terminal";

    /** Back to the line's beginning, and empties it. */
    private static final String ERASE = "\r\033[K";

    /** A line that is too long for the terminal is cut, or else it could not be written over. */
    private static final String CUT = "\033[?7l";

    private static final String WRAP = "\033[?7h";

    private final PrintStream stream;
    private final boolean terminal;
    private String shown = "";

    ProgressLine(PrintStream stream, boolean terminal) {
        this.stream = stream;
        this.terminal = terminal;
    }

    public static ProgressLine onStandardError() {
        return new ProgressLine(System.err, Boolean.getBoolean(TERMINAL));
    }

    public void show(Progress progress) {
        show(text(progress));
    }

    public synchronized void show(String text) {
        if (terminal && !text.equals(shown)) {
            stream.print(ERASE + CUT + text + WRAP);
            stream.flush();
            shown = text;
        }
    }

    /** Leaves the line empty for something else. */
    public synchronized void clear() {
        if (!shown.isEmpty()) {
            stream.print(ERASE);
            stream.flush();
            shown = "";
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
        boolean foreseen = progress.remainingSeconds().isPresent() && progress.phase() == Progress.Phase.SEARCHING;
        String left = foreseen
                ? ", about %s left"
                        .formatted(Durations.text(progress.remainingSeconds().getAsDouble()))
                : "";
        return "%s · %s · epochs: %d spent, %d saved · %s%s"
                .formatted(
                        networks,
                        phase,
                        Math.round(progress.epochsSpent()),
                        Math.round(progress.epochsSaved()),
                        Durations.text(progress.elapsedSeconds()),
                        left);
    }
}
