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
import org.plateau.core.trail.Ending;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.History;
import org.plateau.workflow.history.EarlierTrainings;
import org.plateau.workflow.history.HistoryLine;
import org.plateau.workflow.history.HistoryReader;
import org.plateau.workflow.history.NetworkFeatures;
import org.plateau.workflow.history.RunKnowledge;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.EarlierTaken;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.DiskError;
import org.plateau.workflow.run.RunFolderException;

/**
 * The run's history: a line for each network that was told, in the order of the tells. Workers read it; how many lines an
 * attempt may see stands in its task.
 *
 * <p>A search that learns from others begins with lines of their trainings. The rest follows from the journal and the trails. So it may be lost or torn: it is
 * made whole again when the run is resumed.
 */
final class ToldHistory {
    private final RunContext run;
    private final Scores scores;
    private final EarlierTrainings others;
    private final Path file;
    private final RunKnowledge knowledge = new RunKnowledge();
    private final BitSet explored = new BitSet();
    private int lines;

    /** @param others trainings of other searches, for one that learns from them */
    ToldHistory(RunContext run, Scores scores, EarlierTrainings others) {
        this.run = run;
        this.scores = scores;
        this.others = others;
        this.file = run.folder().history();
    }

    /**
     * Makes the file what the journal says: keeps its lines as far as they are those that were written, and writes the
     * others again. A search that learns from others and has just begun takes theirs.
     *
     * @throws ResumeException if a training of another search was lost and is not known any more
     */
    void open() {
        if (run.configuration().learnsFromCommons()
                && run.state().earlier().isEmpty()
                && run.state().asked().isEmpty()) {
            cut(0);
            takeEarlier();
        }
        List<String> earlier = run.state().earlier().orElse(List.of());
        List<NetworkState> networks = run.state().toldInOrder();
        List<String> expected = Stream.concat(
                        earlier.stream(), networks.stream().map(NetworkState::id))
                .toList();
        if (expected.isEmpty() && !Files.exists(file)) {
            return;
        }
        List<HistoryLine> found = new HistoryReader(file).whole();
        int kept = 0;
        while (kept < found.size()
                && kept < expected.size()
                && found.get(kept).training().network().equals(expected.get(kept))) {
            kept++;
        }
        HistoryReader reader = new HistoryReader(file);
        reader.first(kept).forEach(this::count);
        cut(reader.position());
        for (String lost : earlier.subList(Math.min(kept, earlier.size()), earlier.size())) {
            append(HistoryLine.untold(others.named(lost)
                    .orElseThrow(() -> new ResumeException(
                            "%s has lost the training of %s, with which the search began, and the data commons does not know it any more"
                                    .formatted(file, lost)))));
        }
        networks.subList(Math.max(0, kept - earlier.size()), networks.size()).forEach(this::append);
    }

    private void takeEarlier() {
        List<FinishedTraining> taken = others.alike(
                run.configuration().dataset(),
                run.dataset(),
                run.configuration().training());
        run.record(
                new EarlierTaken(taken.stream().map(FinishedTraining::network).toList()));
    }

    private void count(HistoryLine line) {
        if (line.explored()) {
            explored.set(lines - earlier());
        }
        lines++;
    }

    private int earlier() {
        return run.state().earlier().map(List::size).orElse(0);
    }

    /** Takes in the network that was told last. */
    void append(NetworkState network) {
        append(line(network));
    }

    private void append(HistoryLine line) {
        try {
            String text = WorkflowJson.mapper().writeValueAsString(line) + "\n";
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the history has no JSON form: " + line, e);
        } catch (IOException e) {
            throw new RunFolderException("Cannot write %s: %s".formatted(file, DiskError.reason(e)), e);
        }
        count(line);
    }

    /** The version that a network may see: what was there in the beginning, and what was told when it was asked for. */
    long version(NetworkState network) {
        return (long) earlier() + network.toldBefore();
    }

    /** Whether the n-th network told, from 0, was trained to the horizon although a rule would have stopped it. */
    boolean explored(int place) {
        return explored.get(place);
    }

    /** All lines as finished trainings; its version is the number of lines. */
    History history() {
        return knowledge
                .of(file, lines, run.configuration().training().fitness(), List.of())
                .history();
    }

    /**
     * A network's training as others may learn from it.
     *
     * @param end how it ended; that of the last attempt where it never did
     */
    FinishedTraining training(NetworkState network, Optional<AttemptEnded> end) {
        Lineage lineage = new Lineage(run.folder(), network);
        return new FinishedTraining(
                network.id(),
                run.dataset().fingerprint(),
                last(network, end).map(lineage::series).orElse(Map.of()),
                end.filter(ToldHistory::complete).isPresent(),
                NetworkFeatures.of(
                        run.architecture(network),
                        run.dataset(),
                        run.configuration().training().fitness()));
    }

    private static Optional<AttemptPlanned> last(NetworkState network, Optional<AttemptEnded> end) {
        return end.map(settled -> network.attempt(settled.attempt()))
                .or(() -> network.attempts().stream().reduce((first, second) -> second))
                .map(NetworkState.Attempt::planned);
    }

    private HistoryLine line(NetworkState network) {
        Optional<AttemptEnded> end = network.settled(Purpose.SEARCH);
        Lineage lineage = new Lineage(run.folder(), network);
        boolean failed = run.state().failure(network.candidate().ask()).isPresent();
        Optional<Scores.Score> score =
                failed ? Optional.empty() : end.flatMap(settled -> scores.of(run.architecture(network), settled));
        return new HistoryLine(
                training(network, end),
                score.map(known -> values(known, end)).orElse(Map.of()),
                score.map(Scores.Score::measured).orElse(false),
                last(network, end)
                        .filter(planned -> lineage.explored(planned, Double.POSITIVE_INFINITY))
                        .isPresent());
    }

    private static boolean complete(AttemptEnded end) {
        return end.ending() == Ending.COMPLETED
                && end.fitness()
                        .filter(fitness -> Double.isFinite(fitness.value()))
                        .isPresent();
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
