package org.plateau.workflow.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Peers;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.RunFolderException;

/** What attempts are told of a search, from lines of its history. */
class RunKnowledgeTest {
    private static final FitnessMeasure LOSS = FitnessMeasure.named("val_loss");
    private static final FitnessMeasure MFLOPS = FitnessMeasure.named("mflops");

    @TempDir
    Path folder;

    private Path file;
    private final RunKnowledge knowledge = new RunKnowledge();

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("history.jsonl");
        append(HistoryLine.untold(training("old", 0.1, Double.NaN)));
        append(new HistoryLine(training("a", 3, 2), Map.of("val_loss", 2.0, "mflops", 5.0), true, false));
        append(new HistoryLine(training("failed"), Map.of(), false, false));
        append(new HistoryLine(training("b", 3), Map.of("val_loss", 1.0, "mflops", 9.0), false, true));
        append(new HistoryLine(training("c", 3), Map.of("val_loss", 2.0, "mflops", 6.0), true, false));
    }

    private static FinishedTraining training(String network, double... losses) {
        double[] epochs = new double[losses.length];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = i + 1;
        }
        return new FinishedTraining(
                network, "f00d", Map.of("val_loss", LearningCurve.of(epochs, losses)), true, Map.of("mflops", 5.0));
    }

    private void append(HistoryLine line) throws IOException {
        Files.writeString(
                file,
                WorkflowJson.mapper().writeValueAsString(line) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private Knowledge version(long version) {
        return knowledge.of(file, version, LOSS, List.of(MFLOPS, LOSS));
    }

    private static List<String> names(List<Peers.Member> members) {
        return members.stream().map(Peers.Member::network).toList();
    }

    @Test
    void aVersionHasAsManyTrainingsAsItHasLines() {
        Knowledge known = version(4);

        assertThat(known.history().version()).isEqualTo(4);
        assertThat(known.history().trainings())
                .extracting(FinishedTraining::network)
                .containsExactly("old", "a", "failed", "b");
        assertThat(known.history().trainings().get(0)).isEqualTo(training("old", 0.1, Double.NaN));
        assertThat(known.peers().version()).isEqualTo(4);
    }

    @Test
    void theFrontAndTheBestAreOfTheNetworksThatWereTold() {
        Peers peers = version(5).peers();

        assertThat(peers.objectives()).containsExactly(LOSS, MFLOPS);
        assertThat(names(peers.leaders())).containsExactly("b", "a", "c");
        assertThat(names(peers.front())).containsExactly("a", "b");
        assertThat(peers.leaders().get(0).values()).containsEntry("mflops", 9.0);
    }

    @Test
    void whatGrewSinceIsReadOnAndTheOlderVersionStaysWhatItWas() throws IOException {
        Knowledge before = version(5);
        append(HistoryLine.untold(training("late", 1)));
        Knowledge after = version(6);
        Knowledge again = version(2);

        assertThat(after.history().trainings()).hasSize(6);
        assertThat(after.history().trainings().get(1))
                .isSameAs(before.history().trainings().get(1));
        assertThat(before.history().trainings()).hasSize(5);
        assertThat(again.history())
                .isEqualTo(new RunKnowledge()
                        .of(file, 2, LOSS, List.of(MFLOPS, LOSS))
                        .history());
        assertThat(names(again.peers().leaders())).containsExactly("a");
    }

    @Test
    void versionZeroIsNothingAndNeedsNoFile() throws IOException {
        Files.delete(file);
        assertThat(version(0)).isEqualTo(Knowledge.none());
    }

    @Test
    void aHistoryThatLacksLinesIsRefusedWithBothNumbers() throws IOException {
        Files.writeString(file, "{\"training\":{\"netw", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> version(6))
                .isInstanceOf(RunFolderException.class)
                .hasMessage(file + " has 5 whole lines, but 6 were expected");
    }

    @Test
    void whatStandsBehindABrokenLineIsNotRead() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(2, lines.get(2).substring(1));
        Files.write(file, lines);

        assertThat(new HistoryReader(file).whole()).hasSize(2);
    }
}
