package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void fiftyNetworksTakeNoMoreMemoryThanTen() throws IOException, InterruptedException {
        assumeThat(Files.exists(Path.of("/proc/self/status")))
                .as("the system tells the resident memory")
                .isTrue();

        List<Long> resident = JavaProcess.run(ManyNetworks.class, folder.toString(), "50").stream()
                .map(Long::parseLong)
                .toList();

        assertThat(resident).hasSize(50);
        long early = resident.stream().limit(10).max(Long::compare).orElseThrow();
        assertThat(resident.get(49)).as("KiB after each network: %s", resident).isLessThanOrEqualTo(early * 115 / 100);
    }
}
