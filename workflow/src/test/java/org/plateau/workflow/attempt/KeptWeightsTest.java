package org.plateau.workflow.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.provenance.Environment;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;
import org.plateau.core.weights.WeightStore;
import org.plateau.formats.json.Sha256;
import org.plateau.formats.trail.TrailWriter;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.simulated.SimulatedSearch;

/** Which checkpoints of a network are handed to the data commons. */
class KeptWeightsTest {
    @TempDir
    Path folder;

    private List<TrailEntry> trail = List.of();

    private final Map<String, String> kept = new TreeMap<>();

    private final WeightStore store = (file, hash) -> {
        try {
            return kept.put(hash, Files.readString(file)) == null;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    };

    /** An attempt whose epochs have these fitnesses; the checkpoint of an epoch says which it is. */
    private void attempt(int attempt, Optional<ResumePoint> from, int first, double... fitness) throws IOException {
        AttemptFolder place = new RunFolder(folder).attempt("n", attempt);
        Files.createDirectories(place.checkpoints());
        try (TrailWriter trail = TrailWriter.create(place.trail(), "n", attempt, InstantSource.fixed(Instant.EPOCH))) {
            trail.append(generated());
            trail.append(new TrailEvent.AttemptStarted(from, environment()));
            for (int i = 0; i < fitness.length; i++) {
                String content = "%d:%d".formatted(attempt, first + i);
                Files.writeString(place.checkpoints().resolve("epoch-%04d".formatted(first + i)), content);
                Measurement measurement = new Measurement(first + i, Map.of("val_accuracy", fitness[i]));
                trail.append(new TrailEvent.EpochMeasured(measurement, Optional.of(hash(content))));
            }
        }
    }

    private void delete(int attempt, int epoch) throws IOException {
        Files.delete(new RunFolder(folder).attempt("n", attempt).checkpoints().resolve("epoch-%04d".formatted(epoch)));
    }

    private static String hash(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private NetworkGenerated generated() {
        return firstTrail().stream()
                .map(TrailEntry::event)
                .filter(NetworkGenerated.class::isInstance)
                .map(NetworkGenerated.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Environment environment() {
        return generated().provenance().environment();
    }

    /** That of a network of a simulated search. */
    private List<TrailEntry> firstTrail() {
        if (trail.isEmpty()) {
            SimulatedSearch search = new SimulatedSearch(folder.resolve("other"));
            search.setting().epochs(2);
            search.runInline();
            String network =
                    search.contents().events(AttemptPlanned.class).get(0).network();
            trail = search.contents().trail(network, 1);
        }
        return trail;
    }

    private int take(WeightSelection selection) {
        return new KeptWeights(selection, store).take(new RunFolder(folder), "n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NONE |
            LAST | 1:5
            BEST | 1:4
            ALL  | 1:1 1:2 1:3 1:4 1:5
            """)
    void theSelectionSaysWhich(WeightSelection selection, String expected) throws IOException {
        attempt(1, Optional.empty(), 1, 70, 90, Double.NaN, 90, 80);
        Set<String> wanted = expected == null ? Set.of() : Set.of(expected.split(" ", -1));
        assertThat(take(selection)).isEqualTo(wanted.size());
        assertThat(kept.values()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(take(selection)).isZero();
    }

    @Test
    void ofThoseThatAreLeftTheBestIsTaken() throws IOException {
        attempt(1, Optional.empty(), 1, 70, 95, 80, 75);
        delete(1, 2);
        assertThat(take(WeightSelection.BEST)).isEqualTo(1);
        assertThat(kept.values()).containsExactly("1:3");
    }

    @Test
    void aCheckpointThatIsNotWhatTheTrailSaysIsNotTaken() throws IOException {
        attempt(1, Optional.empty(), 1, 70, 80);
        Files.writeString(new RunFolder(folder).attempt("n", 1).checkpoints().resolve("epoch-0002"), "changed");
        assertThat(take(WeightSelection.LAST)).isEqualTo(1);
        assertThat(kept.values()).containsExactly("1:1");
    }

    @Test
    void epochsThatWereTrainedAgainDoNotCount() throws IOException {
        attempt(1, Optional.empty(), 1, 70, 80, 99);
        attempt(2, Optional.of(new ResumePoint(1, 2, hash("1:2"))), 3, 81, 82);
        assertThat(take(WeightSelection.ALL)).isEqualTo(4);
        assertThat(kept.values()).containsExactlyInAnyOrder("1:1", "1:2", "2:3", "2:4");
    }

    @Test
    void aNetworkThatIsNotThereHasNone() {
        assertThat(new KeptWeights(WeightSelection.ALL, store).take(new RunFolder(folder), "unknown"))
                .isZero();
        assertThat(new KeptWeights(WeightSelection.ALL, store).takeAll(new RunFolder(folder)))
                .isZero();
    }

    @Test
    void aSearchHandsOverWhatItsNetworksHaveComeTo() {
        SimulatedSearch search = new SimulatedSearch(folder.resolve("search"));
        search.weights(new KeptWeights(WeightSelection.LAST, store)).runInline();
        Set<String> live = Set.copyOf(kept.keySet());
        assertThat(live).isNotEmpty();

        kept.clear();
        int taken = new KeptWeights(WeightSelection.LAST, store).takeAll(search.folder());
        assertThat(taken).isGreaterThanOrEqualTo(8);
        assertThat(live).containsAll(kept.keySet());
    }

    @Test
    void aStoreThatFailsIsToldAndLosesNoTraining() {
        SimulatedSearch search = new SimulatedSearch(folder.resolve("search"));
        search.weights(new KeptWeights(WeightSelection.LAST, (file, hash) -> {
            throw new IllegalStateException("the disk is full");
        }));
        assertThat(search.runInline().finished()).isTrue();
        assertThat(search.warnings())
                .anyMatch(warning -> warning.startsWith("The data commons lacks weights of network ")
                        && warning.endsWith(": the disk is full"));
    }
}
