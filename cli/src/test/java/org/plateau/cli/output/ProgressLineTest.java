package org.plateau.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plateau.workflow.orchestrator.Progress;

final class ProgressLineTest {
    private static final Progress SEARCHING = new Progress(
            Progress.Phase.SEARCHING, 14, 12, OptionalInt.of(24), 2, 130, 42, 2, 95, OptionalDouble.of(100));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void itTellsNetworksGenerationEpochsSpentAndSavedAndTheTimeLeft() {
        new ProgressLine(stream, true).show(SEARCHING);
        assertThat(written())
                .contains(
                        "12/24 networks · generation 2 · epochs: 130 spent, 42 saved · 1:35 min, about 1:40 min left");
    }

    @Test
    void itIsSilentWhereNobodyWatches() {
        ProgressLine line = new ProgressLine(stream, false);
        line.show(SEARCHING);
        line.show("starting 2 workers");
        line.clear();
        assertThat(written()).isEmpty();
    }

    @Test
    void itIsWrittenOverAndLeavesNothingBehind() {
        ProgressLine line = new ProgressLine(stream, true);
        line.show("one");
        line.show("one");
        line.show("two");
        line.clear();
        line.clear();
        assertThat(written())
                .isEqualTo("\r\033[K\033[?7lone\033[?7h\r\033[K\033[?7ltwo\033[?7h\r\033[K")
                .doesNotContain("\n");
    }

    @Test
    void theLastPhasesAreNamedWithoutATimeLeft() {
        Progress finishing = new Progress(
                Progress.Phase.FINISHING_FRONT, 24, 24, OptionalInt.empty(), 3, 300, 60, 1, 3700, OptionalDouble.of(0));
        assertThat(ProgressLine.text(finishing))
                .isEqualTo("24 networks · finishing the front · epochs: 300 spent, 60 saved · 1:01:40 h");
        Progress testing = new Progress(
                Progress.Phase.TESTING_FRONT, 24, 24, OptionalInt.of(24), 3, 300, 60, 1, 42, OptionalDouble.empty());
        assertThat(ProgressLine.text(testing)).contains("testing the front").endsWith("42 s");
    }
}
