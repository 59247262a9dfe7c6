package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.commons.query.Column;
import org.plateau.commons.query.ConditionParser;
import org.plateau.commons.query.Order;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;

/** Whether curves stand in columns or in rows, questions are answered the same. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class CurveSegmentsTest {
    private static final List<String> FUNCTIONS = List.of(
            "best(val_accuracy)",
            "last(val_accuracy)",
            "val_accuracy@2",
            "val_accuracy@2.5",
            "epochs_to(val_accuracy, 60)",
            "best(val_loss)",
            "epochs_to(val_loss, 0.25)",
            "val_loss@1.125");

    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    @TempDir
    Path folder;

    private final Random random = new Random(20261124);
    private final Map<String, List<TrailEntry>> trails = new TreeMap<>();
    private TestCommons place;
    private CommonsStore commons;

    @BeforeEach
    void open() {
        place = database.commons(folder);
        commons = place.open();
    }

    @AfterEach
    void close() {
        commons.close();
    }

    @Test
    void columnsAreWrittenWhenHalfOfASegmentIsTrainedAndWhenItIsFull() {
        record(500, 0, 4);
        assertThat(uncovered()).isEqualTo(500);
        requireRight();
        record(20, 500, 4);
        assertThat(uncovered()).isZero();
        assertThat(layout("val_accuracy")).containsOnly("columns");
        requireRight();
        record(600, 520, 4);
        // Keys begin at 1: 1,023 networks are in the first segment.
        assertThat(uncovered()).isEqualTo(97);
        requireRight();
    }

    @Test
    void aCurveThatChangesIsReadFromItsRowUntilItsSegmentIsWrittenAgain() {
        record(600, 0, 3);
        for (int i = 0; i < 5; i++) {
            resume("n%04d".formatted(10 + i), 3);
        }
        assertThat(uncovered()).isEqualTo(5);
        requireRight();
        for (int i = 0; i < 3; i++) {
            commons.record(List.copyOf(trails.getOrDefault("n%04d".formatted(20 + i), List.of())));
        }
        assertThat(uncovered()).isEqualTo(5);
        assertThat(commons.rebuild(List.of()).refused()).isEmpty();
        assertThat(uncovered()).isZero();
        requireRight();
    }

    @Test
    void aNetworkThatStillTrainsIsReadFromItsRow() {
        record(600, 0, 3);
        List<TrailEvent> begun = new ArrayList<>();
        begun.add(SampleTrails.generated("s1", 1));
        begun.add(SampleTrails.started(Optional.empty()));
        begun.add(SampleTrails.epoch(1, 77));
        keep("zz01", 1, begun);
        assertThat(uncovered()).isEqualTo(1);
        requireRight();
    }

    @Test
    void curvesWithoutEpochsInCommonStayInRows() {
        List<TrailEntry> entries = new ArrayList<>();
        for (int network = 0; network < 600; network++) {
            List<TrailEvent> events = new ArrayList<>();
            events.add(SampleTrails.generated("s1", 1 + network));
            events.add(SampleTrails.started(Optional.empty()));
            for (int i = 0; i < 3; i++) {
                double epoch = i + (1 + random.nextInt(4000)) / 4096.0;
                events.add(new TrailEvent.EpochMeasured(
                        new Measurement(epoch, Map.of("val_loss", random.nextInt(100) / 100.0)), Optional.empty()));
                events.add(new TrailEvent.EpochMeasured(
                        new Measurement(i + 1, Map.of("val_accuracy", (double) random.nextInt(100))),
                        Optional.empty()));
            }
            events.add(new TrailEvent.TrainingEnded(Ending.COMPLETED, 3, Optional.empty(), "Done"));
            entries.addAll(entries("n%04d".formatted(network), 1, events));
        }
        commons.record(entries);
        assertThat(layout("val_loss")).containsOnly("rows");
        assertThat(layout("val_accuracy")).containsOnly("columns");
        assertThat(uncovered()).isZero();
        requireRight();
    }

    private void record(int count, int from, int epochs) {
        List<TrailEntry> entries = new ArrayList<>();
        for (int network = from; network < from + count; network++) {
            List<TrailEvent> events = new ArrayList<>();
            events.add(SampleTrails.generated("s1", 1 + network));
            events.add(SampleTrails.started(Optional.empty()));
            int last = 1 + random.nextInt(epochs);
            for (int epoch = 1; epoch <= last; epoch++) {
                events.add(SampleTrails.epoch(epoch, random.nextInt(20) == 0 ? Double.NaN : random.nextInt(100)));
            }
            events.add(new TrailEvent.TrainingEnded(Ending.COMPLETED, last, Optional.empty(), "Done"));
            entries.addAll(entries("n%04d".formatted(network), 1, events));
        }
        commons.record(entries);
    }

    private void resume(String network, int epoch) {
        List<TrailEvent> events = new ArrayList<>();
        events.add(SampleTrails.generated("s1", 1));
        events.add(SampleTrails.started(Optional.of(new ResumePoint(1, 1, "beef"))));
        events.add(SampleTrails.epoch(2.5, 99));
        events.add(SampleTrails.epoch(epoch, 98));
        events.add(new TrailEvent.TrainingEnded(Ending.COMPLETED, epoch, Optional.empty(), "Done"));
        keep(network, 2, events);
    }

    private void keep(String network, int attempt, List<TrailEvent> events) {
        commons.record(entries(network, attempt, events));
    }

    private List<TrailEntry> entries(String network, int attempt, List<TrailEvent> events) {
        List<TrailEntry> entries = SampleTrails.entries(network, attempt, events);
        trails.put(network, entries);
        return entries;
    }

    private int uncovered() {
        return place.numbers("SELECT count(*) FROM uncovered_curves").get(0);
    }

    private List<String> layout(String measure) {
        return place.texts("SELECT layout FROM curve_segments WHERE measure = '%s'".formatted(measure));
    }

    /** What is found by each function is what the curves themselves say. */
    private void requireRight() {
        Map<String, Map<String, LearningCurve>> curves = new TreeMap<>();
        trails.keySet().forEach(network -> curves.put(network, commons.curves(network)));
        for (String function : FUNCTIONS) {
            Map<String, Double> found = new TreeMap<>();
            NetworkPage page = commons.search(new NetworkSearch(
                    Optional.of(ConditionParser.parse(function + " IS NOT NULL")),
                    Optional.empty(),
                    Order.parse(function),
                    10_000,
                    Optional.empty(),
                    Column.parse(function)));
            page.networks()
                    .forEach(one -> found.put(
                            one.network().id(), (Double) one.values().get(0).orElseThrow()));
            Map<String, Double> expected = new TreeMap<>();
            curves.forEach((network, ofNetwork) -> {
                double value = value(function, ofNetwork);
                if (!Double.isNaN(value)) {
                    expected.put(network, value);
                }
            });
            assertThat(found).as(function).isEqualTo(expected);
            List<Double> order = page.networks().stream()
                    .map(one -> (Double) one.values().get(0).orElseThrow())
                    .toList();
            assertThat(order).as(function).isSorted();
        }
    }

    private static double value(String function, Map<String, LearningCurve> curves) {
        boolean loss = function.contains("loss");
        LearningCurve curve = curves.getOrDefault(loss ? "val_loss" : "val_accuracy", LearningCurve.empty());
        if (function.startsWith("best")) {
            return curve.best(loss ? Direction.MINIMIZE : Direction.MAXIMIZE);
        } else if (function.startsWith("last")) {
            return curve.isEmpty() ? Double.NaN : curve.lastValue();
        }
        for (int i = 0; i < curve.size(); i++) {
            boolean reached = loss ? curve.value(i) <= 0.25 : curve.value(i) >= 60;
            if (function.startsWith("epochs_to") ? reached : function.endsWith("@" + text(curve.epoch(i)))) {
                return function.startsWith("epochs_to") ? curve.epoch(i) : curve.value(i);
            }
        }
        return Double.NaN;
    }

    private static String text(double epoch) {
        return epoch == Math.rint(epoch) ? Integer.toString((int) epoch) : Double.toString(epoch);
    }
}
