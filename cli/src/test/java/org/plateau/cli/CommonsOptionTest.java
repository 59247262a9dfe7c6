package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommonsOptionTest {
    @Test
    void theEnvironmentMayNameTheCommons() {
        assertThat(CommonsOption.standard(Map.of("PLATEAU_COMMONS", "/data/all.db")))
                .isEqualTo("/data/all.db");
        assertThat(CommonsOption.standard(Map.of())).isEqualTo("plateau.db");
        assertThat(CommonsOption.standard(Map.of("PLATEAU_COMMONS", ""))).isEqualTo("plateau.db");
    }

    @Test
    void theEnvironmentMayNameTheStore() {
        assertThat(CommonsOption.store(Map.of("PLATEAU_STORE", "/data/trails"))).contains(Path.of("/data/trails"));
        assertThat(CommonsOption.store(Map.of())).isEmpty();
    }
}
