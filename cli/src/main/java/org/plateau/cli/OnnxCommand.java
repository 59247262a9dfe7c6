package org.plateau.cli;

import java.nio.file.Path;
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
        name = "onnx",
        description = "Writes a network as an ONNX file that runs wherever ONNX does: pixels go in as they are in image"
                + " files, scores and probabilities of the classes come out.",
        footer = {"", "Example:", "  plateau commons onnx 0b9519c9 --output network.onnx"})
final class OnnxCommand implements Callable<Integer> {
    @Mixin
    private CommonsOption place = new CommonsOption();

    @Parameters(paramLabel = "ID", description = "The network's id, or its first digits.")
    private String id = "";

    @Option(
            names = "--epoch",
            paramLabel = "E",
            description = "Weights after this epoch; of the kept ones the one with the best fitness if left out.")
    private Optional<Double> epoch = Optional.empty();

    @Option(
            names = "--without-weights",
            description = "The graph alone, whose weights are inputs by PyTorch's names; also of imported networks.")
    private boolean graphAlone;

    @Option(names = "--output", paramLabel = "FILE.onnx", required = true, description = "The file.")
    private Path output = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (CommonsStore store = place.openExisting()) {
            StoredNetwork network = StoredNetwork.of(store, id);
            if (graphAlone) {
                WholeFile.write(output, network.graph());
                say("the graph of network %s".formatted(network.id()));
            } else {
                CountedEpoch chosen = network.kept(epoch.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
                WholeFile.write(output, network.onnx(chosen));
                say("network %s after epoch %s".formatted(network.id(), Rows.shown(chosen.epoch())));
            }
            return 0;
        }
    }

    private void say(String what) {
        spec.commandLine().getErr().println("plateau: %s is in %s".formatted(what, output));
        spec.commandLine().getErr().flush();
    }
}
