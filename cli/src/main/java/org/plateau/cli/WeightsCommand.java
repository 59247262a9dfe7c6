package org.plateau.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.plateau.cli.output.Rows;
import org.plateau.commons.CommonsStore;
import org.plateau.core.trail.CountedEpoch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "weights",
        description = "Lists the epochs whose weights are kept of a network, or writes those of one of them as a"
                + " safetensors file with PyTorch's names.",
        footer = {
            "",
            "Examples:",
            "  plateau commons weights 0b9519c9",
            "  plateau commons weights 0b9519c9 --epoch 7 --output w.safetensors"
        })
final class WeightsCommand implements Callable<Integer> {
    @Mixin
    private CommonsOption place = new CommonsOption();

    @Parameters(paramLabel = "ID", description = "The network's id, or its first digits.")
    private String id = "";

    @Option(
            names = "--epoch",
            paramLabel = "E",
            description =
                    "With --output: after which epoch; of the kept ones the one with the best fitness if left out.")
    private Optional<Double> epoch = Optional.empty();

    @Option(names = "--output", paramLabel = "FILE", description = "Write the weights to this file.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table (the default), json or csv.")
    private Rows.Format format = Rows.Format.TABLE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (CommonsStore store = place.openExisting()) {
            StoredNetwork network = StoredNetwork.of(store, id);
            // Says why where there is none at all.
            CountedEpoch chosen = network.kept(epoch.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
            if (output.isPresent()) {
                WholeFile.write(output.get(), network.checkpoint(chosen));
                spec.commandLine()
                        .getErr()
                        .println("plateau: the weights of network %s after epoch %s are in %s"
                                .formatted(network.id(), Rows.shown(chosen.epoch()), output.get()));
                spec.commandLine().getErr().flush();
            } else {
                PrintWriter out = spec.commandLine().getOut();
                out.print(rows(network).text(format));
                out.flush();
            }
            return 0;
        }
    }

    private static Rows rows(StoredNetwork network) {
        String fitness = network.generated().training().fitness().name();
        Rows rows = new Rows(List.of("epoch", fitness, "sha256"));
        network.kept()
                .forEach(epoch -> rows.add(List.of(
                        epoch.epoch(), epoch.value(fitness), epoch.checkpoint().orElse(""))));
        return rows;
    }
}
