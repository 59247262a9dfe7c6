package org.plateau.workflow.orchestrator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.journal.JournalEvent.CpuSeconds;

/**
 * What came of a search.
 *
 * @param search its id
 * @param run its folder
 * @param objectives what was optimised
 * @param networks all of them, in the order in which they were asked for
 * @param ended why it asked for no more, empty while it does
 * @param finished whether all of the front was measured
 * @param horizon epochs of a full training
 * @param epochsSpent epochs trained, those trained twice counted twice
 * @param secondsSpent training seconds of these
 * @param elapsedSeconds from first to last, interruptions left out
 * @param cpu of the last session, where it ended in order
 */
public record SearchReport(
        String search,
        Path run,
        List<FitnessMeasure> objectives,
        List<Row> networks,
        Optional<String> ended,
        boolean finished,
        int horizon,
        double epochsSpent,
        double secondsSpent,
        double elapsedSeconds,
        Optional<CpuSeconds> cpu) {
    public SearchReport {
        objectives = List.copyOf(objectives);
        networks = List.copyOf(networks);
    }

    /**
     * One network.
     *
     * @param values of the objectives, empty where it failed
     * @param measured whether none of the values was predicted
     * @param front whether it is on the front
     * @param epochs trained
     * @param seconds that its training took
     * @param why it ended
     * @param test measures on the test split, where it was measured there
     */
    public record Row(
            String network,
            int ask,
            int generation,
            String genome,
            List<Double> values,
            boolean measured,
            boolean front,
            double mflops,
            long parameters,
            double epochs,
            double seconds,
            String why,
            Map<String, Double> test) {
        public Row {
            values = List.copyOf(values);
            test = Map.copyOf(test);
        }

        /** Whether it was trained at all. */
        public boolean trained() {
            return epochs > 0;
        }
    }

    /** The report of a search that was asked to stop before it began. */
    static SearchReport notBegun(SearchConfiguration configuration, Path run) {
        return new SearchReport(
                configuration.name(),
                run,
                configuration.objectives().stream().map(Objective::measure).toList(),
                List.of(),
                Optional.empty(),
                false,
                configuration.training().epochs(),
                0,
                0,
                0,
                Optional.empty());
    }

    /** Members of the front. */
    public List<Row> front() {
        return networks.stream().filter(Row::front).toList();
    }

    /** Networks that were told, successfully or not. */
    public int told() {
        return (int) networks.stream().filter(row -> !row.why().isEmpty()).count();
    }

    /** Epochs of full trainings of all networks that were told. */
    public double epochsFull() {
        return (double) told() * horizon;
    }

    /** What full training would have cost beyond what was spent; diverged and failed networks end by themselves. */
    public double epochsSaved() {
        return networks.stream()
                .filter(row -> !row.values().isEmpty())
                .mapToDouble(row -> horizon - row.epochs())
                .sum();
    }

    /** The same in training seconds, each network at its own mean of an epoch. */
    public double secondsSaved() {
        return networks.stream()
                .filter(row -> row.trained() && !row.values().isEmpty())
                .mapToDouble(row -> (horizon - row.epochs()) * row.seconds() / row.epochs())
                .sum();
    }

    /** Networks told in an hour. */
    public double networksAnHour() {
        return elapsedSeconds > 0 ? told() * 3600.0 / elapsedSeconds : 0;
    }

    /** The same had every network been trained in full, the time growing in the share of training seconds. */
    public double networksAnHourInFull() {
        return secondsSpent > 0 ? networksAnHour() * secondsSpent / (secondsSpent + secondsSaved()) : 0;
    }
}
