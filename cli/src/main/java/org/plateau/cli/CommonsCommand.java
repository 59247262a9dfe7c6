package org.plateau.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plateau.cli.output.NetworkOutput;
import org.plateau.cli.output.Rows;
import org.plateau.commons.CommonsStore;
import org.plateau.commons.Intake;
import org.plateau.commons.NetworkQuery;
import org.plateau.commons.NetworkSummary;
import org.plateau.commons.StopReason;
import org.plateau.workflow.attempt.KeptWeights;
import org.plateau.workflow.attempt.WeightSelection;
import org.plateau.workflow.run.RunFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "commons",
        description = "Looks into the data commons, the record trails of all networks, and annotates them.",
        subcommands = {
            CommonsCommand.ListNetworks.class,
            CommonsCommand.Show.class,
            CommonsSearch.Search.class,
            CommonsSearch.Similar.class,
            CommonsRemarks.Note.class,
            CommonsRemarks.Tag.class,
            CommonsRemarks.Name.class,
            AskCommand.class,
            OnnxCommand.class,
            WeightsCommand.class,
            CommonsCommand.Rebuild.class
        },
        footer = {"", "Example:", "  plateau commons list --sort fitness --limit 10"})
final class CommonsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Say list, show, search, similar, note, tag, name, predict, onnx, weights or rebuild");
    }

    @Command(
            name = "list",
            description = "Lists networks.",
            footer = {"", "Example:", "  plateau commons list --search diffraction --sort fitness"})
    static final class ListNetworks implements Callable<Integer> {
        @Mixin
        private CommonsOption place = new CommonsOption();

        @Option(
                names = "--search",
                paramLabel = "S",
                description = "Only networks of searches whose id or name begins so.")
        private Optional<String> search = Optional.empty();

        @Option(names = "--limit", paramLabel = "N", description = "At most so many; 50 if left out.")
        private int limit = 50;

        @Option(
                names = "--sort",
                paramLabel = "O",
                description = "newest (the default), asked, fitness, flops or epochs.")
        private NetworkQuery.Sort sort = NetworkQuery.Sort.NEWEST;

        @Option(names = "--format", paramLabel = "F", description = "table (the default), json or csv.")
        private Rows.Format format = Rows.Format.TABLE;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            if (limit < 1) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--limit must be at least 1, but was " + limit);
            }
            try (CommonsStore store = place.openExisting()) {
                Rows rows = new Rows(
                        List.of(
                                "network",
                                "search",
                                "ask",
                                "status",
                                "measure",
                                "fitness",
                                "origin",
                                "epochs",
                                "horizon",
                                "mflops",
                                "parameters",
                                "dataset",
                                "stopped_by"),
                        List.of(
                                "network",
                                "search",
                                "ask",
                                "fitness",
                                "origin",
                                "epochs",
                                "mflops",
                                "parameters",
                                "stopped_by"));
                store.list(new NetworkQuery(search, limit, sort)).forEach(network -> rows.add(cells(network)));
                PrintWriter out = spec.commandLine().getOut();
                out.print(rows.text(format));
                out.flush();
                return 0;
            }
        }

        private static List<Object> cells(NetworkSummary network) {
            var told = network.standing().told();
            List<Object> cells = new ArrayList<>(List.of(
                    network.id(),
                    network.origin().search(),
                    network.origin().ask(),
                    network.standing().status().name().toLowerCase(Locale.ROOT),
                    network.assignment().measure()));
            cells.add(
                    told.isPresent()
                            ? (Object) told.get().value()
                            : network.progress().last());
            cells.add(told.map(fitness -> fitness.origin().name().toLowerCase(Locale.ROOT))
                    .orElse("unfinished"));
            cells.add(network.progress().epochs());
            cells.add(network.assignment().horizon());
            cells.add(network.graph().mflops());
            cells.add(network.graph().parameters());
            cells.add(network.assignment().dataset());
            cells.add(network.standing().stop().map(StopReason::rule).orElse(""));
            return cells;
        }
    }

    @Command(
            name = "show",
            description =
                    "Tells a network's life: where it comes from, how it learned, what was predicted, how it ended.",
            footer = {"", "Example:", "  plateau commons show 0b9519c9"})
    static final class Show implements Callable<Integer> {
        @Mixin
        private CommonsOption place = new CommonsOption();

        @Parameters(paramLabel = "ID", description = "The network's id, or its first digits.")
        private String id = "";

        @Option(names = "--format", paramLabel = "F", description = "table (the default) or json (the whole trail).")
        private OutputFormat format = OutputFormat.TABLE;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (CommonsStore store = place.openExisting()) {
                PrintWriter out = spec.commandLine().getOut();
                out.print(format == OutputFormat.JSON ? NetworkOutput.json(store, id) : NetworkOutput.text(store, id));
                out.flush();
                return 0;
            }
        }
    }

    @Command(
            name = "rebuild",
            description = "Makes the database again from the record trails in its store, and from those of runs.",
            footer = {"", "Example:", "  plateau commons rebuild runs/diffraction"})
    static final class Rebuild implements Callable<Integer> {
        @Mixin
        private CommonsOption place = new CommonsOption();

        @Parameters(arity = "0..*", paramLabel = "RUN", description = "Run folders whose trails are taken in as well.")
        private List<Path> runs = List.of();

        @Option(
                names = "--weights",
                paramLabel = "W",
                description = "Whose weights are taken with them, of the epochs whose checkpoints are there: best (the"
                        + " default), last, all or none.")
        private WeightSelection selection = WeightSelection.BEST;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            Intake intake = place.rebuild(runs);
            int kept = takeWeights();
            PrintWriter messages = spec.commandLine().getErr();
            intake.refused()
                    .forEach(refusal ->
                            messages.println("plateau: %s: %s".formatted(refusal.trail(), refusal.reason())));
            messages.flush();
            PrintWriter out = spec.commandLine().getOut();
            out.println("Rebuilt %s from %d trails%s"
                    .formatted(
                            place.place().name(),
                            intake.attempts(),
                            kept == 0 ? "" : ", with the weights of %d epochs".formatted(kept)));
            out.flush();
            return intake.refused().isEmpty() ? 0 : Failures.FAILED;
        }

        private int takeWeights() {
            if (runs.isEmpty()) {
                return 0;
            }
            try (CommonsStore store = place.openExisting()) {
                KeptWeights weights = new KeptWeights(selection, store.objects());
                return runs.stream()
                        .map(RunFolder::new)
                        .mapToInt(weights::takeAll)
                        .sum();
            }
        }
    }
}
