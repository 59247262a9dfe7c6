package org.plateau.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
import org.plateau.commons.NetworkQuery;
import org.plateau.core.trail.TrailEntry;

/**
 * How fast the commons takes record trails in, and what it costs beside a search.
 *
 * <p>Arguments: networks in a round (400), epochs (50), rounds (5), folder to work in (the system's temporary one). The
 * rounds show how the virtual machine warms up; a search lives in the first ones. Does the same on a PostgreSQL server where
 * {@code PLATEAU_TEST_POSTGRES} names one ({@code .ci/postgres COMMAND} starts one).
 */
public final class CommonsIngest {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int TOGETHER = 50;
    private static final int SLOTS = 2;

    private final int networks;
    private final int epochs;
    private final int rounds;
    private final Path folder;

    private CommonsIngest(int networks, int epochs, int rounds, Path folder) {
        this.networks = networks;
        this.epochs = epochs;
        this.rounds = rounds;
        this.folder = folder;
    }

    /** Prints a line for each round of each way to take trails in, then what was made. */
    public static void main(String[] arguments) throws IOException {
        Path parent = arguments.length > 3 ? Path.of(arguments[3]) : Path.of(System.getProperty("java.io.tmpdir"));
        Path folder = Files.createTempDirectory(parent, "commons-ingest");
        try {
            CommonsIngest ingest = new CommonsIngest(
                    argument(arguments, 0, 400), argument(arguments, 1, 50), argument(arguments, 2, 5), folder);
            System.out.println("SQLite");
            ingest.run(new CommonsPlace.SqliteFile(folder.resolve("plateau.db")));
            Optional<ScratchSchema> scratch = ScratchSchema.make();
            if (scratch.isPresent()) {
                try (ScratchSchema schema = scratch.get()) {
                    System.out.println("PostgreSQL");
                    ingest.run(new CommonsPlace.PostgresServer(schema.url(), folder.resolve("postgresql.store")));
                }
            }
            System.out.printf("peak memory of this process: %.0f MiB%n", ResidentMemory.peak() / 1048576.0);
        } finally {
            delete(folder);
        }
    }

    private void run(CommonsPlace place) throws IOException {
        timed("a new commons", 0, () -> Commons.open(place).close());
        timed("a commons that is there", 0, () -> Commons.open(place).close());
        try (CommonsStore commons = Commons.open(place)) {
            searchBySearch(commons);
            for (boolean evidence : new boolean[] {false, true}) {
                GeneratedTrails trails = new GeneratedTrails(epochs, evidence, evidence ? 1 : 2);
                String kind = evidence ? "epochs, forecasts and verdicts" : "epochs only";
                takeIn(commons, kind + ", a trail at a time", trails, 1);
                takeIn(commons, kind + ", " + TOGETHER + " trails at a time", trails, TOGETHER);
            }
            timed("list of 100", 0, () -> commons.list(NetworkQuery.latest(100)));
            timed("rebuild", 4L * rounds * networks * epochs, () -> commons.rebuild(List.of()));
            System.out.printf(
                    "%d networks; in the folder are %.1f MB now%n",
                    commons.searches().stream()
                            .mapToInt(search -> search.networks())
                            .sum(),
                    size(folder) / 1e6);
        }
    }

    /** As beside a search: what every slot measured in its last epoch, epoch by epoch. */
    private void searchBySearch(CommonsStore commons) {
        GeneratedTrails trails = new GeneratedTrails(15, true, 3);
        for (int round = 0; round < rounds; round++) {
            List<List<TrailEntry>> batches = new ArrayList<>();
            for (int network = 0; network < 20; network += SLOTS) {
                List<TrailEntry> first = trails.next();
                List<TrailEntry> second = trails.next();
                for (int done = 0; done < first.size(); done += 3) {
                    int end = Math.min(first.size(), done + 3);
                    List<TrailEntry> batch = new ArrayList<>(first.subList(done, end));
                    batch.addAll(second.subList(done, end));
                    batches.add(batch);
                }
            }
            timed(
                    "a search of 20 networks, epoch by epoch, %d recordings".formatted(batches.size()),
                    20 * 15,
                    () -> batches.forEach(commons::record));
        }
    }

    private void takeIn(CommonsStore commons, String kind, GeneratedTrails trails, int together) {
        for (int round = 0; round < rounds; round++) {
            List<List<TrailEntry>> batches = new ArrayList<>();
            for (int network = 0; network < networks; network += together) {
                List<TrailEntry> batch = new ArrayList<>();
                for (int i = 0; i < together; i++) {
                    batch.addAll(trails.next());
                }
                batches.add(batch);
            }
            timed(kind, (long) networks * epochs, () -> batches.forEach(commons::record));
        }
    }

    private static void timed(String what, long epochs, Runnable work) {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
        String rate = epochs == 0 ? "" : ", %.0f epoch events/s".formatted(epochs / seconds);
        System.out.printf("%s: %.3f s, %.3f CPU s%s%n", what, seconds, cpuSeconds, rate);
    }

    private static long size(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
