package org.plateau.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.plateau.cli.output.Rows;
import org.plateau.commons.CommonsStore;
import org.plateau.core.trail.CountedEpoch;
import org.plateau.onnx.Answer;
import org.plateau.onnx.OnnxNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "predict",
        description = "Asks a network what images show: its most probable class and its probability for each; in JSON"
                + " and CSV the probabilities of all classes.",
        footer = {"", "Example:", "  plateau commons predict 0b9519c9 pattern.tiff data/more"})
final class AskCommand implements Callable<Integer> {
    private static final int BATCH = 64;

    @Mixin
    private CommonsOption place = new CommonsOption();

    @Parameters(index = "0", paramLabel = "ID", description = "The network's id, or its first digits.")
    private String id = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "IMAGES",
            description = "PNG, JPEG or TIFF files, and folders of them, which are read in the order of their names.")
    private List<Path> images = List.of();

    @Option(
            names = "--epoch",
            paramLabel = "E",
            description = "Weights after this epoch; of the kept ones the one with the best fitness if left out.")
    private Optional<Double> epoch = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table (the default), json or csv.")
    private Rows.Format format = Rows.Format.TABLE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (CommonsStore store = place.openExisting()) {
            StoredNetwork stored = StoredNetwork.of(store, id);
            CountedEpoch chosen = stored.kept(epoch.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
            String name = "Network " + stored.id();
            ImagePaths paths = ImagePaths.of(images);
            try (OnnxNetwork network = OnnxNetwork.open(name, stored.onnx(chosen))) {
                ImageReader reader = new ImageReader(
                        name, network.shape(), stored.generated().dataset().transform());
                Rows rows = rows(network.classes());
                for (List<Path> batch : paths.batches(BATCH)) {
                    List<Answer> answers =
                            network.run(batch.stream().map(reader::read).toList());
                    for (int i = 0; i < answers.size(); i++) {
                        rows.add(cells(batch.get(i), answers.get(i), network.classes()));
                    }
                }
                PrintWriter out = spec.commandLine().getOut();
                out.print(rows.text(format));
                out.flush();
            }
            return 0;
        }
    }

    private static Rows rows(List<String> classes) {
        List<String> shown = List.of("image", "class", "probability");
        List<String> columns = new ArrayList<>(shown);
        classes.forEach(name -> columns.add("p_" + name));
        return new Rows(columns, shown);
    }

    private static List<Object> cells(Path image, Answer answer, List<String> classes) {
        int best = answer.best();
        List<Object> cells = new ArrayList<>(List.of(
                image.toString(),
                classes.get(best),
                answer.probabilities().get(best).doubleValue()));
        answer.probabilities().forEach(probability -> cells.add(probability.doubleValue()));
        return cells;
    }
}
