package org.plateau.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.plateau.diffraction.Beam;
import org.plateau.diffraction.Detector;
import org.plateau.diffraction.DiffractionGenerator;
import org.plateau.diffraction.DiffractionSettings;
import org.plateau.diffraction.GenerationSummary;
import org.plateau.diffraction.ProgressListener;
import org.plateau.diffraction.StructureSource;

/**
 * How fast diffraction patterns are made: noise and TIFF files included, the one-time grid apart.
 *
 * <p>Arguments: pixels (64), threads (2), patterns per round (6000), rounds (3). The first round also warms the virtual
 * machine up; each one starts with an empty folder.
 */
public final class DiffractionThroughput {
    private DiffractionThroughput() {}

    /** Prints one line for each round, then the peak of the heap. */
    public static void main(String[] arguments) throws IOException {
        int pixels = argument(arguments, 0, 64);
        int threads = argument(arguments, 1, 2);
        int patterns = argument(arguments, 2, 6000);
        int rounds = argument(arguments, 3, 3);
        for (int round = 1; round <= rounds; round++) {
            Path folder = Files.createTempDirectory("diffraction-throughput");
            try {
                GenerationSummary summary = generate(pixels, threads, patterns, folder);
                System.out.printf(
                        "round %d: %d patterns of %d×%d, %d threads: %.0f patterns/s, grids %.2f s, %.0f lit pixels%n",
                        round,
                        summary.patterns(),
                        pixels,
                        pixels,
                        threads,
                        summary.patterns() / (summary.seconds() - summary.preparationSeconds()),
                        summary.preparationSeconds(),
                        summary.meanLitPixels());
            } finally {
                delete(folder);
            }
        }
        System.out.printf("peak heap %.0f MiB%n", peakHeap() / 1024.0 / 1024.0);
    }

    private static GenerationSummary generate(int pixels, int threads, int patterns, Path folder) {
        var settings = new DiffractionSettings(
                new StructureSource.BuiltIn(),
                Detector.ofPixels(pixels),
                Beam.MEDIUM,
                patterns / 2,
                0,
                1,
                threads,
                folder.resolve("data"));
        return DiffractionGenerator.generate(settings, ProgressListener.SILENT);
    }

    private static long peakHeap() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        return pools.stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
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
