package org.plateau.workflow.orchestrator;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Ending;
import org.plateau.prediction.FinishedTraining;
import org.plateau.workflow.history.HistoryLine;
import org.plateau.workflow.history.HistoryReader;
import org.plateau.workflow.history.MeasuredSeries;
import org.plateau.workflow.history.NetworkFeatures;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.DiskError;
import org.plateau.workflow.run.RunFolderException;

/**
 * The run's history: a line for each network that was told, in the order of the tells. Workers read it; how many lines an
 * attempt may see stands in its task.
 *
 * <p>It follows from the journal and the trails. So it may be lost or torn: it is made whole again when the run is resumed.
 */
final class ToldHistory {
    private final RunContext run;
    private final Scores scores;
    private final Path file;
    private final BitSet explored = new BitSet();
    private int told;

    ToldHistory(RunContext run, Scores scores) {
        this.run = run;
        this.scores = scores;
        this.file = run.folder().history();
    }

    /**
     * Makes the file what the journal says: keeps its lines as far as they are those of the networks told, and writes the
     * others again.
     */
    void open() {
        List<NetworkState> networks = run.state().toldInOrder();
        if (networks.isEmpty() && !Files.exists(file)) {
            return;
        }
        List<HistoryLine> lines = new HistoryReader(file).whole();
        int kept = 0;
        while (kept < lines.size()
                && kept < networks.size()
                && lines.get(kept)
                        .training()
                        .network()
                        .equals(networks.get(kept).id())) {
            explored.set(kept, lines.get(kept).explored());
            kept++;
        }
        HistoryReader reader = new HistoryReader(file);
        reader.first(kept);
        cut(reader.position());
        told = kept;
        networks.subList(kept, networks.size()).forEach(this::append);
    }

    /** Takes in the network that was told last. */
    void append(NetworkState network) {
        HistoryLine line = line(network);
        try {
            String text = WorkflowJson.mapper().writeValueAsString(line) + "\n";
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the history has no JSON form: " + line, e);
        } catch (IOException e) {
            throw new RunFolderException("Cannot write %s: %s".formatted(file, DiskError.reason(e)), e);
        }
        explored.set(told, line.explored());
        told++;
    }

    /** The version that a network may see: what was told when it was asked for. */
    long version(NetworkState network) {
        return network.toldBefore();
    }

    /** Whether the n-th network told, from 0, was trained to the horizon although a rule would have stopped it. */
    boolean explored(int place) {
        return explored.get(place);
    }

    private HistoryLine line(NetworkState network) {
        Optional<AttemptEnded> end = network.settled(Purpose.SEARCH);
        Lineage lineage = new Lineage(run.folder(), network);
        Optional<AttemptPlanned> last = end.map(settled -> network.attempt(settled.attempt()))
                .or(() -> network.attempts().stream().reduce((first, second) -> second))
                .map(NetworkState.Attempt::planned);
        Optional<Scores.Score> score =
                run.state().failure(network.candidate().ask()).isPresent()
                        ? Optional.empty()
                        : end.flatMap(settled -> scores.of(run.architecture(network), settled));
        return new HistoryLine(
                new FinishedTraining(
                        network.id(),
                        run.dataset().fingerprint(),
                        last.map(planned -> series(lineage, planned)).orElse(Map.of()),
                        end.filter(ToldHistory::complete).isPresent(),
                        NetworkFeatures.of(
                                run.architecture(network),
                                run.dataset(),
                                run.configuration().training().fitness())),
                score.map(known -> values(known, end)).orElse(Map.of()),
                score.map(Scores.Score::measured).orElse(false),
                last.map(planned -> lineage.explored(planned, Double.POSITIVE_INFINITY))
                        .orElse(false));
    }

    private static boolean complete(AttemptEnded end) {
        return end.ending() == Ending.COMPLETED
                && end.fitness()
                        .filter(fitness -> Double.isFinite(fitness.value()))
                        .isPresent();
    }

    private static Map<String, LearningCurve> series(Lineage lineage, AttemptPlanned planned) {
        return MeasuredSeries.of(Stream.concat(
                        lineage.before(planned).stream(),
                        lineage.record(planned.attempt()).measuredUpTo(Double.POSITIVE_INFINITY).stream())
                .toList());
    }

    private Map<String, Double> values(Scores.Score score, Optional<AttemptEnded> end) {
        Map<String, Double> values = new TreeMap<>();
        end.flatMap(AttemptEnded::fitness)
                .ifPresent(fitness ->
                        values.put(run.configuration().training().fitness().name(), fitness.value()));
        for (int i = 0; i < score.values().size(); i++) {
            values.put(
                    run.configuration().objectives().get(i).name(),
                    score.values().get(i));
        }
        return values;
    }

    private void cut(long length) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        } catch (IOException e) {
            throw new RunFolderException("Cannot write %s: %s".formatted(file, DiskError.reason(e)), e);
        }
    }
}
