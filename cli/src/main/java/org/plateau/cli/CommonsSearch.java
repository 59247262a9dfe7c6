package org.plateau.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plateau.cli.output.FoundNetworks;
import org.plateau.cli.output.Rows;
import org.plateau.commons.CommonsStore;
import org.plateau.commons.NetworkPage;
import org.plateau.commons.NetworkSearch;
import org.plateau.commons.TextMatch;
import org.plateau.commons.query.Column;
import org.plateau.commons.query.ConditionParser;
import org.plateau.commons.query.Order;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that find networks in the commons. */
final class CommonsSearch {
    private CommonsSearch() {}

    @Command(
            name = "search",
            description = {
                "Finds networks by a condition.",
                "",
                "A condition compares fields, functions, numbers and 'texts' by = <> < <= > >=, BETWEEN, IN, LIKE and"
                        + " IS NULL, and combines that with AND, OR, NOT and parentheses. Functions: best(val_accuracy),"
                        + " last(val_loss), val_accuracy@5, epochs_to(val_accuracy, 90), count(conv5x5), has(skip),"
                        + " similar('ID'). Where a value is missing, neither a comparison nor its NOT holds. All fields:"
                        + " docs/queries.md."
            },
            footer = {
                "",
                "Examples:",
                "  plateau commons search fitness > 97 AND mflops < 600 --sort mflops",
                "  plateau commons search shape = 'delayed' AND dataset LIKE '%low%'",
                "  plateau commons search epochs_to(val_accuracy,90) <= 5 --format json",
                "Where a shell would read signs and quotes, the condition stands in double quotes."
            })
    static final class Search implements Callable<Integer> {
        @Mixin
        private CommonsOption place = new CommonsOption();

        @Parameters(arity = "0..*", paramLabel = "CONDITION", description = "Which networks; all if left out.")
        private List<String> condition = List.of();

        @Option(names = "--text", paramLabel = "WORDS", description = "Only networks that these words are said of.")
        private Optional<String> words = Optional.empty();

        @Option(
                names = "--sort",
                paramLabel = "ORDER",
                description = "A field or function, and perhaps desc; \"updated desc\" if left out.")
        private Optional<String> order = Optional.empty();

        @Option(names = "--limit", paramLabel = "N", description = "At most so many; 100 if left out.")
        private int limit = 100;

        @Option(names = "--after", paramLabel = "CURSOR", description = "The page after the one that ended so.")
        private Optional<String> after = Optional.empty();

        @Option(
                names = "--columns",
                paramLabel = "LIST",
                description = "Fields and functions to show, with commas between them.")
        private Optional<String> columns = Optional.empty();

        @Option(names = "--format", paramLabel = "F", description = "table (the default), json or csv.")
        private Rows.Format format = Rows.Format.TABLE;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            requirePositive(spec, limit);
            List<Column> shown = columns.map(Column::parse).orElseGet(() -> FoundNetworks.columns(format));
            NetworkSearch search = new NetworkSearch(
                    condition.isEmpty()
                            ? Optional.empty()
                            : Optional.of(ConditionParser.parse(String.join(" ", condition))),
                    words.map(TextMatch::of),
                    order.map(Order::parse).orElseGet(Order::newest),
                    limit,
                    after,
                    shown);
            try (CommonsStore store = place.openExisting()) {
                NetworkPage page = store.search(search);
                print(
                        spec,
                        FoundNetworks.rows(page, shown, columns.isEmpty(), format)
                                .text(format));
                page.next().ifPresent(cursor -> {
                    PrintWriter messages = spec.commandLine().getErr();
                    messages.println("plateau: there are more; the next page comes with --after " + cursor);
                    messages.flush();
                });
                return 0;
            }
        }
    }

    @Command(
            name = "similar",
            description = "Lists the networks whose architectures are most similar to that of a network.",
            footer = {
                "",
                "Similarity is that of the Weisfeiler-Lehman kernel: 1 for the same graph, 0 for nothing in common.",
                "",
                "Example:",
                "  plateau commons similar 0b9519c9 --limit 10"
            })
    static final class Similar implements Callable<Integer> {
        @Mixin
        private CommonsOption place = new CommonsOption();

        @Parameters(paramLabel = "ID", description = "The network's id, or its first digits.")
        private String id = "";

        @Option(names = "--limit", paramLabel = "N", description = "At most so many; 100 if left out.")
        private int limit = 100;

        @Option(names = "--format", paramLabel = "F", description = "table (the default), json or csv.")
        private Rows.Format format = Rows.Format.TABLE;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            requirePositive(spec, limit);
            try (CommonsStore store = place.openExisting()) {
                print(spec, FoundNetworks.rows(store.similar(id, limit)).text(format));
                return 0;
            }
        }
    }

    private static void requirePositive(CommandSpec spec, int limit) {
        if (limit < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--limit must be at least 1, but was " + limit);
        }
    }

    private static void print(CommandSpec spec, String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
