package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommonsOptionTest {
    @Test
    void theEnvironmentMayNameTheCommons() {
        assertThat(CommonsOption.standard(Map.of("PLATEAU_COMMONS", "/data/all.db")))
                .isEqualTo(Path.of("/data/all.db"));
        assertThat(CommonsOption.standard(Map.of())).isEqualTo(Path.of("plateau.db"));
        assertThat(CommonsOption.standard(Map.of("PLATEAU_COMMONS", ""))).isEqualTo(Path.of("plateau.db"));
    }
}
