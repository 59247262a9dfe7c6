package org.plateau.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsPlace;
import org.plateau.commons.CommonsStore;
import org.plateau.core.trail.Annotation;
import org.plateau.core.trail.TrailEntry;

/**
 * How fast networks are found by words.
 *
 * <p>Arguments: networks (50,000), folder to work in (the system's temporary one). Every network has a note of eight words out of
 * 20,000, of which a few are in most notes. Does the same on a PostgreSQL server as {@link CommonsIngest} does.
 */
public final class CommonsText {
    private static final int TOGETHER = 500;
    private static final int WORDS = 20_000;
    private static final int REPEATS = 21;
    private static final List<String> QUERIES =
            List.of("w0", "w1 w2", "w15000", "w15", "w", "w0 w15000", "search", "absent", "w0 absent");

    private final int networks;
    private final SplittableRandom random = new SplittableRandom(1);

    private CommonsText(int networks) {
        this.networks = networks;
    }

    /** Prints how long filling took and the median, smallest and largest time of each query. */
    public static void main(String[] arguments) throws IOException {
        Path parent = arguments.length > 1 ? Path.of(arguments[1]) : Path.of(System.getProperty("java.io.tmpdir"));
        Path folder = Files.createTempDirectory(parent, "commons-text");
        int networks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        try {
            System.out.println("SQLite");
            new CommonsText(networks).run(new CommonsPlace.SqliteFile(folder.resolve("plateau.db")), () -> {});
            Optional<ScratchSchema> scratch = ScratchSchema.make();
            if (scratch.isPresent()) {
                try (ScratchSchema schema = scratch.get()) {
                    System.out.println("PostgreSQL");
                    new CommonsText(networks)
                            .run(
                                    new CommonsPlace.PostgresServer(schema.url(), folder.resolve("postgresql.store")),
                                    schema::analyze);
                }
            }
            System.out.printf("peak memory of this process: %.0f MiB%n", ResidentMemory.peak() / 1048576.0);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run(CommonsPlace place, Runnable analyze) {
        try (CommonsStore commons = Commons.open(place)) {
            long start = System.nanoTime();
            fill(commons);
            System.out.printf("%d networks in %.1f s%n", networks, (System.nanoTime() - start) / 1e9);
            analyze.run();
            for (String query : QUERIES) {
                double[] millis = new double[REPEATS];
                int found = 0;
                for (int i = 0; i < REPEATS; i++) {
                    long begin = System.nanoTime();
                    found = commons.textMatch(query, 100).size();
                    millis[i] = (System.nanoTime() - begin) / 1e6;
                }
                Arrays.sort(millis);
                System.out.printf(
                        "\"%s\", the first 100: %d found, %.1f ms (%.1f to %.1f)%n",
                        query, found, millis[REPEATS / 2], millis[0], millis[REPEATS - 1]);
            }
        }
    }

    private void fill(CommonsStore commons) {
        GeneratedTrails trails = new GeneratedTrails(1, false, 1);
        for (int done = 0; done < networks; done += TOGETHER) {
            List<TrailEntry> entries = new ArrayList<>();
            List<Annotation> notes = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                List<TrailEntry> trail = trails.next();
                entries.addAll(trail);
                notes.add(note(trail.get(0).network()));
            }
            // Notes first, so that the words are written once.
            commons.annotate(notes);
            commons.record(entries);
        }
    }

    private Annotation note(String network) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            // Of the reciprocal's kind: word n is in a share of about 8/(n ln WORDS) of all notes.
            words.append('w')
                    .append((int) Math.pow(WORDS, random.nextDouble()) - 1)
                    .append(' ');
        }
        return new Annotation(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                network,
                "ada",
                Instant.EPOCH,
                Annotation.Kind.NOTE,
                words.toString(),
                Optional.empty());
    }
}
