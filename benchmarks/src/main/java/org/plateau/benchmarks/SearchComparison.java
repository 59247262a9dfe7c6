package org.plateau.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.plateau.workflow.journal.JournalEvent.CpuSeconds;
import org.plateau.workflow.orchestrator.RunReader;
import org.plateau.workflow.orchestrator.SearchReport;
import org.plateau.workflow.run.RunFolder;

/**
 * Prints finished runs beside each other as a Markdown table: {@code SearchComparison RUN RUN …}. The first objective is the
 * fitness. {@code benchmarks/search/termination.sh} makes the table of docs/termination.md with it.
 */
public final class SearchComparison {
    private SearchComparison() {}

    public static void main(String[] arguments) {
        List<SearchReport> runs = new ArrayList<>();
        for (String run : arguments) {
            runs.add(RunReader.read(new RunFolder(Path.of(run)), Clock.systemUTC()));
        }
        row("", runs, run -> String.valueOf(run.run().getFileName()));
        row("---", runs, run -> "---:");
        row("networks", runs, run -> Integer.toString(run.told()));
        row("epochs trained", runs, run -> number(run.epochsSpent()));
        row("epochs saved", runs, run -> share(run.epochsSaved(), run.epochsFull()));
        row("training seconds", runs, run -> number(run.secondsSpent()));
        row("training seconds saved", runs, run -> share(run.secondsSaved(), run.secondsSpent() + run.secondsSaved()));
        row("wall seconds", runs, run -> number(run.elapsedSeconds()));
        row("networks an hour", runs, run -> number(run.networksAnHour()));
        row("best measured fitness", runs, run -> best(run)
                .map(SearchComparison::value)
                .orElse("-"));
        row("its test accuracy", runs, run -> best(run)
                .flatMap(SearchComparison::test)
                .orElse("-"));
        row("members of the front", runs, run -> Integer.toString(run.front().size()));
        row("CPU seconds of the workers", runs, run -> cpu(run, CpuSeconds::workers));
        row("of these, starting and loading", runs, run -> cpu(run, CpuSeconds::opening));
        row("of these, prediction and trails", runs, run -> cpu(run, CpuSeconds::beside));
        row("CPU seconds of the orchestrator", runs, run -> cpu(run, CpuSeconds::orchestrator));
        row("of these, until the search began", runs, run -> cpu(run, CpuSeconds::starting));
        row("share that is not training", runs, SearchComparison::overhead);
    }

    private static void row(String name, List<SearchReport> runs, Function<SearchReport, String> cell) {
        StringBuilder line = new StringBuilder("| " + name + " |");
        runs.forEach(run -> line.append(' ').append(cell.apply(run)).append(" |"));
        System.out.println(line);
    }

    private static Optional<SearchReport.Row> best(SearchReport run) {
        return run.front().stream().filter(SearchReport.Row::measured).max(Comparator.comparing(row -> row.values()
                .get(0)));
    }

    private static String value(SearchReport.Row row) {
        return String.format(Locale.ROOT, "%.2f", row.values().get(0));
    }

    private static Optional<String> test(SearchReport.Row row) {
        return Optional.ofNullable(row.test().get("test_accuracy")).map(a -> String.format(Locale.ROOT, "%.2f", a));
    }

    private static String cpu(SearchReport run, Function<CpuSeconds, Double> part) {
        return run.cpu()
                .map(part)
                .map(s -> String.format(Locale.ROOT, "%.2f", s))
                .orElse("-");
    }

    /** Prediction, trails and orchestrator over all that is neither start nor load. */
    private static String overhead(SearchReport run) {
        return run.cpu()
                .map(cpu -> {
                    double orchestrator = cpu.orchestrator() - cpu.starting();
                    double all = orchestrator + cpu.workers() - cpu.opening();
                    return String.format(Locale.ROOT, "%.2f %%", 100 * (orchestrator + cpu.beside()) / all);
                })
                .orElse("-");
    }

    private static String share(double part, double whole) {
        return String.format(Locale.ROOT, "%.0f (%.0f %%)", part, whole > 0 ? 100 * part / whole : 0);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
