package org.plateau.workflow.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.provenance.Environment;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.trail.TrailEvent.AttemptStarted;
import org.plateau.core.trail.TrailEvent.EpochMeasured;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;
import org.plateau.core.trail.TrailEvent.TrainingEnded;
import org.plateau.formats.trail.TrailReader;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.reproduction.Comparison.MeasureDifference;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.simulated.InlineExecutor;
import org.plateau.workflow.simulated.SimulatedSearch;

/** Trainings done again, with simulated trainings in real folders. */
class ReproductionTest {
    @TempDir
    Path folder;

    private SimulatedSearch search;
    private final List<Comparison> told = new ArrayList<>();
    private int again;

    @BeforeEach
    void search() {
        search = new SimulatedSearch(folder);
        search.runInline();
    }

    private List<String> networks() {
        return search.contents().events(AttemptPlanned.class).stream()
                .map(AttemptPlanned::network)
                .distinct()
                .toList();
    }

    private List<TrailEntry> trail(String network) {
        return search.contents().attempts(network).stream()
                .flatMap(planned -> search.contents().trail(network, planned.attempt()).stream())
                .toList();
    }

    /** The first attempt at a network that ended so, as a trail. */
    private List<TrailEntry> attempt(Ending ending) {
        return networks().stream()
                .map(network -> search.contents().trail(network, 1))
                .filter(entries -> entries.stream()
                        .anyMatch(entry -> entry.event() instanceof TrainingEnded ended && ended.ending() == ending))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Comparison> reproduce(List<TrailEntry> trail, BooleanSupplier stop) {
        RecordedTraining recorded = RecordedTraining.of("The trail", trail);
        return new Reproduction(
                        recorded,
                        recorded.generated().dataset(),
                        run(),
                        InstantSource.system(),
                        stop,
                        epochs -> {},
                        told::add)
                .run(new InlineExecutor(search.script()), "cpu", 1);
    }

    private RunFolder run() {
        return new RunFolder(folder.resolve("again-" + again));
    }

    private Comparison reproduce(List<TrailEntry> trail) {
        again++;
        return reproduce(trail, () -> false).orElseThrow();
    }

    private static List<TrailEntry> changed(List<TrailEntry> trail, UnaryOperator<TrailEvent> change) {
        return trail.stream()
                .map(entry -> new TrailEntry(
                        entry.network(), entry.attempt(), entry.sequence(), entry.time(), change.apply(entry.event())))
                .toList();
    }

    private static TrailEvent changed(TrailEvent event, double epoch, String measure, double value) {
        if (event instanceof EpochMeasured measured && measured.measurement().epoch() == epoch) {
            Map<String, Double> values = new TreeMap<>(measured.measurement().values());
            values.put(measure, value);
            return new EpochMeasured(new Measurement(epoch, values), measured.checkpoint());
        }
        return event;
    }

    private static double value(List<TrailEntry> trail, double epoch, String measure) {
        return trail.stream()
                .map(TrailEntry::event)
                .filter(event ->
                        event instanceof EpochMeasured one && one.measurement().epoch() == epoch)
                .map(event -> ((EpochMeasured) event).measurement().values().get(measure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyNetworkOfASearchComesOutIdentical() {
        for (String network : networks()) {
            Comparison comparison = reproduce(trail(network));
            assertThat(comparison.identical()).as(comparison.toString()).isTrue();
            assertThat(comparison.weightsCompared()).isEqualTo(comparison.lastEpoch());
            assertThat(comparison.environment()).isEmpty();
            assertThat(comparison.network()).isEqualTo(network);
        }
        assertThat(told).hasSize(8).extracting(Comparison::network).containsExactlyElementsOf(networks());
    }

    @Test
    void aStoppedTrainingIsDoneAgainUpToItsStopAndAtItsSchedule() {
        List<TrailEntry> stopped = attempt(Ending.STOPPED);
        Comparison comparison = reproduce(stopped);
        assertThat(comparison.identical()).isTrue();
        assertThat(comparison.lastEpoch()).isLessThan(12);

        List<TrailEntry> own =
                TrailReader.readAll(run().attempt(comparison.reproduction(), 1).trail());
        assertThat(own.get(own.size() - 1).event()).isInstanceOfSatisfying(TrainingEnded.class, ended -> {
            assertThat(ended.ending()).isEqualTo(Ending.INTERRUPTED);
            assertThat(ended.epoch()).isEqualTo(comparison.lastEpoch());
            assertThat(ended.message()).isEqualTo("Ended after the last epoch of its task");
        });
    }

    @Test
    void whatIsTrainedIsANetworkOfItsOwn() {
        String network = networks().get(0);
        Comparison comparison = reproduce(trail(network));
        NetworkGenerated generated = (NetworkGenerated)
                TrailReader.readAll(run().attempt(comparison.reproduction(), 1).trail())
                        .get(0)
                        .event();
        assertThat(comparison.reproduction()).isNotEqualTo(network);
        assertThat(generated.origin().parents()).containsExactly(network);
        assertThat(generated.origin().operator()).isEqualTo("reproduction");
        assertThat(reproduce(trail(network)).reproduction()).isNotEqualTo(comparison.reproduction());
    }

    @Test
    void aMeasureThatDiffersInItsLastBitIsToldWithItsEpoch() {
        List<TrailEntry> completed = attempt(Ending.COMPLETED);
        double value = value(completed, 3, "val_accuracy");
        double other = Math.nextUp(value);
        Comparison comparison = reproduce(changed(completed, event -> changed(event, 3, "val_accuracy", other)));
        assertThat(comparison.identical()).isFalse();
        assertThat(comparison.differentEpochs()).isEqualTo(1);
        assertThat(comparison.differences())
                .containsExactly(new MeasureDifference(3, "val_accuracy", Optional.of(other), Optional.of(value)));
    }

    @Test
    void aMeasureThatOnlyOneOfThemHasIsADifference() {
        Comparison comparison =
                reproduce(changed(attempt(Ending.COMPLETED), event -> changed(event, 2, "val_f1", Double.NaN)));
        assertThat(comparison.differences())
                .containsExactly(new MeasureDifference(2, "val_f1", Optional.of(Double.NaN), Optional.empty()));
    }

    @Test
    void timesAndEnergyAreNotCompared() {
        List<TrailEntry> slower = changed(
                attempt(Ending.COMPLETED), event -> changed(changed(event, 2, "val_seconds", 17), 2, "joules", 900));
        assertThat(reproduce(slower).identical()).isTrue();
    }

    @Test
    void otherWeightsAreADifferenceThoughTheMeasuresAreTheSame() {
        List<TrailEntry> other = changed(
                attempt(Ending.COMPLETED),
                event -> event instanceof EpochMeasured measured
                                && measured.measurement().epoch() == 5
                        ? new EpochMeasured(measured.measurement(), Optional.of("00"))
                        : event);
        Comparison comparison = reproduce(other);
        assertThat(comparison.identical()).isFalse();
        assertThat(comparison.otherWeights()).containsExactly(5.0);
        assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void whatDiffersInTheEnvironmentIsTold() {
        List<TrailEntry> elsewhere = changed(
                attempt(Ending.COMPLETED),
                event -> event instanceof AttemptStarted started
                        ? new AttemptStarted(started.resumedFrom(), elsewhere(started.environment()))
                        : event);
        Comparison comparison = reproduce(elsewhere);
        assertThat(comparison.identical()).isTrue();
        assertThat(comparison.environment())
                .containsExactly(
                        new EnvironmentDifference("host", List.of("node7"), "host"),
                        new EnvironmentDifference("gpu", List.of("H100"), ""));
    }

    private static Environment elsewhere(Environment here) {
        return new Environment(
                here.version(),
                here.commit(),
                here.java(),
                here.system(),
                "node7",
                here.processor(),
                Optional.of("H100"),
                here.engine(),
                here.engineVersion(),
                here.device(),
                here.threads());
    }

    @Test
    void anEarlierEndIsADifference() {
        List<TrailEntry> completed = attempt(Ending.COMPLETED);
        search.script().write("events=nan:1:4:*");
        Comparison comparison = reproduce(completed);
        assertThat(comparison.identical()).isFalse();
        assertThat(comparison.otherEnding()).contains("The reproduced training diverged, the recorded one did not");
        assertThat(comparison.differences()).anySatisfy(difference -> {
            assertThat(difference.epoch()).isEqualTo(5);
            assertThat(difference.reproduced()).isEmpty();
        });
    }

    @Test
    void aDivergenceIsDoneAgain() {
        search.script().write("events=nan:1:4:*");
        again++;
        Comparison first = reproduce(attempt(Ending.COMPLETED));
        List<TrailEntry> diverged =
                TrailReader.readAll(run().attempt(first.reproduction(), 1).trail());
        Comparison second = reproduce(diverged);
        assertThat(second.identical()).as(second.toString()).isTrue();
        assertThat(second.lastEpoch()).isEqualTo(4);
    }

    @Test
    void anotherDatasetIsRefusedWithBothFingerprints() {
        List<TrailEntry> trail = trail(networks().get(0));
        search.script().write("fingerprint=beef");
        assertThatThrownBy(() -> reproduce(trail))
                .isInstanceOf(ReproductionException.class)
                .hasMessage(
                        "The dataset simulated is not what network %s was trained on: its fingerprint was f00d, here it is beef"
                                .formatted(networks().get(0)));
        assertThat(told).isEmpty();
    }

    @Test
    void aTrainingThatFailsSaysWhy() {
        List<TrailEntry> trail = trail(networks().get(0));
        search.script().write("events=throw:1:2:*");
        assertThatThrownBy(() -> reproduce(trail))
                .isInstanceOf(ReproductionException.class)
                .hasMessageEndingWith("again failed: The simulated engine failed");
    }

    @Test
    void itCanBeInterrupted() {
        assertThat(reproduce(trail(networks().get(0)), () -> true)).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aTrailWithoutEpochsIsRefused() {
        List<TrailEntry> begun = trail(networks().get(0)).subList(0, 2);
        assertThatThrownBy(() -> RecordedTraining.of("t.jsonl", begun))
                .isInstanceOf(ReproductionException.class)
                .hasMessage("t.jsonl has no epoch that could be trained again");
        assertThatThrownBy(() -> RecordedTraining.of("t.jsonl", List.of()))
                .hasMessage("t.jsonl does not say what was trained");
    }
}
