package org.plateau.cli.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plateau.commons.NetworkPage;
import org.plateau.commons.NetworkPage.Found;
import org.plateau.commons.NetworkSummary;
import org.plateau.commons.SimilarNetwork;
import org.plateau.commons.query.Column;
import org.plateau.commons.query.Field;
import org.plateau.commons.query.Fields;
import org.plateau.core.fitness.Fitness;

/** Prints networks that were found. */
public final class FoundNetworks {
    private static final String SHOWN =
            "id, search, ask, status, fitness, fitness_origin, epochs, mflops, parameters, dataset, stop_rule";

    /** Known under two names. */
    private static final String TWICE = "flops";

    private FoundNetworks() {}

    /** What is told of each network where nobody says what. */
    public static List<Column> columns(Rows.Format format) {
        return format == Rows.Format.TABLE
                ? Column.parse(SHOWN)
                : Fields.fixed().stream()
                        .map(Field::name)
                        .filter(name -> !name.equals(TWICE))
                        .map(Column::of)
                        .toList();
    }

    /**
     * A page as rows.
     *
     * @param whole whether all that was measured on the test split is told as well, but in a table
     */
    public static Rows rows(NetworkPage page, List<Column> columns, boolean whole, Rows.Format format) {
        SortedSet<String> tests = new TreeSet<>();
        if (whole && format != Rows.Format.TABLE) {
            page.networks()
                    .forEach(found ->
                            tests.addAll(found.network().standing().test().keySet()));
        }
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        names.addAll(tests);
        Rows rows = new Rows(names);
        for (Found found : page.networks()) {
            List<Object> cells = new ArrayList<>();
            found.values()
                    .forEach(value -> cells.add(value.map(FoundNetworks::cell).orElse("")));
            tests.forEach(test -> cells.add(found.network().standing().test().getOrDefault(test, Double.NaN)));
            rows.add(cells);
        }
        return rows;
    }

    /** Similar networks as rows. */
    public static Rows rows(List<SimilarNetwork> similar) {
        Rows rows = new Rows(List.of(
                "id", "similarity", "search", "ask", "status", "fitness", "epochs", "mflops", "parameters", "dataset"));
        for (SimilarNetwork one : similar) {
            NetworkSummary network = one.network();
            rows.add(List.of(
                    network.id(),
                    one.similarity(),
                    network.origin().search(),
                    network.origin().ask(),
                    network.standing().status().name().toLowerCase(Locale.ROOT),
                    network.standing().told().map(Fitness::value).orElse(Double.NaN),
                    network.progress().epochs(),
                    network.graph().mflops(),
                    network.graph().parameters(),
                    network.assignment().dataset()));
        }
        return rows;
    }

    private static Object cell(Object value) {
        return value instanceof Instant time ? time.toString() : value;
    }
}
