package org.plateau.training.pytorch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Energy of the processor packages from Linux's powercap files (Intel's RAPL, which AMD's processors have as well). Many
 * systems let only root read them.
 */
final class RaplEnergyMeter implements EnergyMeter {
    private record Zone(Path counter, long range) {}

    private final List<Zone> zones = new ArrayList<>();
    private long[] last;

    /** A meter of the packages below a folder, normally {@code /sys/class/powercap}. */
    RaplEnergyMeter(Path powercap) {
        if (Files.isDirectory(powercap)) {
            try (Stream<Path> entries = Files.list(powercap)) {
                entries.filter(entry -> entry.getFileName().toString().matches("intel-rapl:[0-9]+"))
                        .sorted()
                        .forEach(this::add);
            } catch (IOException e) {
                zones.clear();
            }
        }
        last = read();
    }

    private void add(Path zone) {
        try {
            if (Files.readString(zone.resolve("name")).startsWith("package")) {
                long range = Long.parseLong(
                        Files.readString(zone.resolve("max_energy_range_uj")).strip());
                zones.add(new Zone(zone.resolve("energy_uj"), range));
            }
        } catch (IOException | NumberFormatException e) {
            // A zone that cannot be read does not count; without any, nothing is told.
            return;
        }
    }

    /** The counters in microjoules; none where one of them cannot be read. */
    private long[] read() {
        long[] counters = new long[zones.size()];
        try {
            for (int i = 0; i < counters.length; i++) {
                counters[i] =
                        Long.parseLong(Files.readString(zones.get(i).counter()).strip());
            }
        } catch (IOException | NumberFormatException e) {
            return new long[0];
        }
        return counters;
    }

    @Override
    public OptionalDouble joules() {
        long[] now = read();
        long[] before = last;
        last = now;
        if (now.length == 0 || before.length != now.length) {
            return OptionalDouble.empty();
        }
        double microjoules = 0;
        for (int i = 0; i < now.length; i++) {
            long used = now[i] - before[i];
            // A counter begins again at 0 after its range.
            microjoules += used < 0 ? used + zones.get(i).range() : used;
        }
        return OptionalDouble.of(microjoules / 1e6);
    }

    @Override
    public void close() {}
}
