package org.plateau.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsPlace;
import org.plateau.commons.CommonsStore;
import org.plateau.core.trail.TrailEntry;

/**
 * Fills a commons with generated trails of 50 epochs.
 *
 * <p>Arguments: the commons as {@code --commons} takes it, the folder of its store, the number of networks. With
 * {@code PLATEAU_BENCHMARK_TRAILS=delete} the trails are deleted as soon as they are taken in: questions do not read them, and
 * they take more than half of the disk.
 */
public final class CommonsFill {
    private static final int EPOCHS = 50;
    private static final int TOGETHER = 100;
    private static final int TOLD = 50_000;

    private static final boolean FORGETS = "delete".equals(System.getenv("PLATEAU_BENCHMARK_TRAILS"));

    private CommonsFill() {}

    /** Prints how fast they were taken in, on the way and in the end. */
    public static void main(String[] arguments) throws IOException {
        CommonsPlace place = CommonsPlace.of(arguments[0], Optional.of(Path.of(arguments[1])));
        int networks = Integer.parseInt(arguments[2]);
        GeneratedTrails trails = GeneratedTrails.ofManyArchitectures(EPOCHS, 1);
        long spent = 0;
        try (CommonsStore commons = Commons.open(place)) {
            for (int done = 0; done < networks; ) {
                List<TrailEntry> entries = new ArrayList<>();
                for (int i = 0; i < TOGETHER && done < networks; i++, done++) {
                    entries.addAll(trails.next());
                }
                long begin = System.nanoTime();
                commons.record(entries);
                spent += System.nanoTime() - begin;
                if (FORGETS) {
                    delete(Path.of(arguments[1]).resolve("trails"));
                }
                if (done % TOLD == 0 || done == networks) {
                    System.out.printf(
                            "%d networks, %.0f epoch events/s%n", done, (double) done * EPOCHS / (spent / 1e9));
                }
            }
        }
        System.out.printf("peak memory while filling: %.0f MiB%n", ResidentMemory.peak() / 1048576.0);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
