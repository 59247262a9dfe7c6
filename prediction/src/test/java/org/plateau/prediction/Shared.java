package org.plateau.prediction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/** The folder of real curves beside the checkout; tests that need it are skipped where it is absent. */
public final class Shared {
    private Shared() {}

    public static Path folder() {
        Optional<Path> found =
                Optional.ofNullable(System.getenv("PLATEAU_SHARED")).map(Path::of);
        for (Path up = Path.of("").toAbsolutePath(); found.isEmpty() && up != null; up = up.getParent()) {
            found = Optional.of(up.resolve("shared")).filter(folder -> Files.isDirectory(folder.resolve("curves")));
        }
        Assumptions.assumeTrue(found.isPresent(), "There is no folder of shared curves");
        return found.orElseThrow();
    }

    /** One epoch as A4NN recorded it, with what its own engine said then. */
    public record RecordedEpoch(int index, double accuracy, double prediction, boolean converged) {}

    /** A4NN's networks by their number, with all their epochs. */
    public static Map<String, List<RecordedEpoch>> a4nn(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder().resolve("a4nn").resolve(name + ".csv"));
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        Map<String, Integer> columns =
                IntStream.range(0, header.size()).boxed().collect(Collectors.toMap(header::get, Function.identity()));
        Map<String, List<RecordedEpoch>> networks = new LinkedHashMap<>();
        StringBuilder row = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            row.append(line);
            if (row.chars().filter(character -> character == '"').count() % 2 == 1) {
                // A quoted field goes on in the next line.
                row.append(' ');
                continue;
            }
            String[] fields = row.toString().split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            row.setLength(0);
            networks.computeIfAbsent(fields[columns.getOrDefault("arch", -1)], unused -> new ArrayList<>())
                    .add(new RecordedEpoch(
                            Integer.parseInt(fields[columns.getOrDefault("epoch", -1)]),
                            Double.parseDouble(fields[columns.getOrDefault("val_accs", -1)]),
                            Double.parseDouble(
                                    fields[columns.getOrDefault("predictions", -1)].replace("inf", "Infinity")),
                            fields[columns.getOrDefault("converged", -1)].equals("True")));
        }
        return networks;
    }
}
