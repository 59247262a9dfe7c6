package org.plateau.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.orchestrator.SearchReport;

/** Prints what came of a search. */
public final class SearchOutput {
    private static final String WHY = "why it stopped";

    private SearchOutput() {}

    /**
     * The report as one JSON object.
     *
     * @param state {@code running}, {@code finished} or {@code interrupted}
     */
    public static String json(SearchReport report, String state) {
        ObjectNode object = WorkflowJson.mapper().valueToTree(report);
        object.put("state", state)
                .put("told", report.told())
                .put("epochs_full", report.epochsFull())
                .put("epochs_saved", report.epochsSaved())
                .put("seconds_saved", report.secondsSaved())
                .put("networks_an_hour", report.networksAnHour())
                .put("networks_an_hour_in_full", report.networksAnHourInFull());
        try {
            JsonNode tree = object;
            return WorkflowJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report has no JSON form", e);
        }
    }

    /** The report as people read it: the front, what was saved, where the trails are. */
    public static String text(SearchReport report) {
        return front(report) + "\n" + savings(report) + ending(report);
    }

    private static String front(SearchReport report) {
        List<SearchReport.Row> members = new ArrayList<>(report.front());
        if (members.isEmpty()) {
            return "No network is on the front yet.\n";
        }
        members.sort(Comparator.comparingDouble(row ->
                report.objectives().get(0).direction().asCost(row.values().get(0))));
        List<String> headings = new ArrayList<>(List.of("network"));
        for (FitnessMeasure objective : report.objectives()) {
            if (!shownAnyway(objective)) {
                headings.add(objective.name());
            }
        }
        Optional<String> tested = tested(report, members);
        headings.addAll(List.of("MFLOPs", "parameters", "epochs"));
        tested.ifPresent(headings::add);
        List<List<String>> rows =
                members.stream().map(row -> cells(report, row, tested)).toList();
        return "Pareto front (%d of %d networks, %s)\n".formatted(members.size(), report.told(), measured(members))
                + withReasons(headings, rows, members);
    }

    /** Reasons stand in the table where they fit into a line, and below it where they do not. */
    private static String withReasons(List<String> headings, List<List<String>> rows, List<SearchReport.Row> members) {
        List<List<String>> complete = new ArrayList<>();
        List<List<String>> reasons = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String why = members.get(i).why();
            complete.add(Stream.concat(rows.get(i).stream(), Stream.of(why)).toList());
            reasons.add(List.of(members.get(i).network(), why));
        }
        Table one = new Table(Stream.concat(headings.stream(), Stream.of(WHY)).toList(), complete);
        return one.fits()
                ? one.text()
                : new Table(headings, rows).text() + "\n" + new Table(List.of("network", WHY), reasons).text();
    }

    private static String measured(List<SearchReport.Row> members) {
        long predicted = members.stream().filter(row -> !row.measured()).count();
        return predicted == 0 ? "all measured" : predicted + " still predicted";
    }

    /** The measure on the test split that belongs to an objective, where it was measured. */
    private static Optional<String> tested(SearchReport report, List<SearchReport.Row> members) {
        return Stream.concat(
                        report.objectives().stream()
                                .map(FitnessMeasure::name)
                                .filter(name -> name.startsWith("val_"))
                                .map(name -> name.replaceFirst("val_", "test_")),
                        Stream.of("test_accuracy"))
                .filter(name -> members.stream().anyMatch(row -> row.test().containsKey(name)))
                .findFirst();
    }

    private static List<String> cells(SearchReport report, SearchReport.Row row, Optional<String> tested) {
        List<String> cells = new ArrayList<>(List.of(row.network()));
        for (int i = 0; i < report.objectives().size(); i++) {
            if (!shownAnyway(report.objectives().get(i))) {
                cells.add(number(row.values().get(i)) + (row.measured() ? "" : " (predicted)"));
            }
        }
        cells.add(decimals(row.mflops(), 3));
        cells.add(Long.toString(row.parameters()));
        cells.add("%d/%d".formatted(Math.round(row.epochs()), report.horizon()));
        tested.ifPresent(measure -> {
            Double value = row.test().get(measure);
            cells.add(value == null ? "" : number(value));
        });
        return cells;
    }

    private static boolean shownAnyway(FitnessMeasure objective) {
        return objective.name().equals(Objective.MFLOPS) || objective.name().equals(Objective.PARAMETERS);
    }

    private static String savings(SearchReport report) {
        double full = report.epochsFull();
        double hours = report.networksAnHour();
        double inFull = report.networksAnHourInFull();
        return lines(
                "Epochs: %.0f spent, %.0f saved of %.0f (%.0f %%) against full training"
                        .formatted(
                                report.epochsSpent(),
                                report.epochsSaved(),
                                full,
                                full > 0 ? 100 * report.epochsSaved() / full : 0),
                "Training seconds: %.0f spent, about %.0f saved (each network at its own pace)"
                        .formatted(report.secondsSpent(), report.secondsSaved()),
                "Networks an hour: %.0f, about %.0f with full training (×%.2f)"
                        .formatted(hours, inFull, inFull > 0 ? hours / inFull : 1),
                "Time: " + Durations.text(report.elapsedSeconds()));
    }

    private static String ending(SearchReport report) {
        String ended = report.ended().map(reason -> "Ended because " + reason).orElse("Not ended yet");
        return lines(ended, "Record trails: " + report.run().resolve("networks"));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String number(double value) {
        return Math.abs(value) >= 1 ? decimals(value, 2) : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String decimals(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
