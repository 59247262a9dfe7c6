package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergyMeterTest {
    @TempDir
    Path folder;

    @Test
    void packagesAreAddedUpAndOtherZonesAreNot() throws IOException {
        zone("intel-rapl:0", "package-0", 1_000_000, 10_000_000);
        zone("intel-rapl:1", "package-1", 2_000_000, 10_000_000);
        zone("intel-rapl:2", "psys", 0, 10_000_000);
        zone("intel-rapl:0:0", "core", 0, 10_000_000);
        try (RaplEnergyMeter meter = new RaplEnergyMeter(folder)) {
            for (String zone : new String[] {"intel-rapl:0", "intel-rapl:1", "intel-rapl:2", "intel-rapl:0:0"}) {
                write(zone, 5_000_000);
            }

            assertThat(meter.joules().orElseThrow()).isCloseTo(7, within(1e-9));
            assertThat(meter.joules().orElseThrow()).isZero();
        }
    }

    @Test
    void aCounterThatBeganAgainIsContinued() throws IOException {
        zone("intel-rapl:0", "package-0", 9_000_000, 10_000_000);
        try (RaplEnergyMeter meter = new RaplEnergyMeter(folder)) {
            write("intel-rapl:0", 500_000);

            assertThat(meter.joules().orElseThrow()).isCloseTo(1.5, within(1e-9));
        }
    }

    @Test
    void withoutCountersNothingIsTold() {
        try (RaplEnergyMeter meter = new RaplEnergyMeter(folder.resolve("nowhere"));
                RaplEnergyMeter empty = new RaplEnergyMeter(folder)) {
            assertThat(meter.joules()).isEmpty();
            assertThat(empty.joules()).isEmpty();
        }
    }

    @Test
    void theGpusPowerIsSummedOverTime() throws IOException, InterruptedException {
        Path program = Files.writeString(
                folder.resolve("smi"), "#!/bin/sh\nfor i in 1 2 3 4; do sleep 0.1; echo 100.00; done\nexec sleep 60\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (GpuEnergyMeter meter = new GpuEnergyMeter(program.toString(), 0)) {
            double joules = 0;
            Instant end = Instant.now().plus(Duration.ofSeconds(30));
            // 100 W over at least 0.4 s.
            while (joules < 39 && Instant.now().isBefore(end)) {
                Thread.sleep(20);
                joules += meter.joules().orElse(0);
            }

            assertThat(joules).isGreaterThanOrEqualTo(39);
        }
    }

    @Test
    void withoutTheGpusToolNothingIsTold() {
        try (GpuEnergyMeter meter = new GpuEnergyMeter(folder.resolve("nowhere").toString(), 0)) {
            assertThat(meter.joules()).isEqualTo(OptionalDouble.empty());
        }
    }

    private void zone(String zone, String name, long counter, long range) throws IOException {
        Files.createDirectories(folder.resolve(zone));
        Files.writeString(folder.resolve(zone).resolve("name"), name + "\n");
        Files.writeString(folder.resolve(zone).resolve("max_energy_range_uj"), range + "\n");
        write(zone, counter);
    }

    private void write(String zone, long counter) throws IOException {
        Files.writeString(folder.resolve(zone).resolve("energy_uj"), counter + "\n");
    }
}
