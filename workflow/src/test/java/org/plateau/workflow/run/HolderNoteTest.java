package org.plateau.workflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolderNoteTest {
    private final HolderNote own = HolderNote.ofThisProcess();

    @Test
    void aNoteIsReadBackFromItsText() {
        HolderNote bare = new HolderNote(12, "a host, started somewhere", Optional.empty());

        assertThat(HolderNote.parse(own.text())).hasValue(own);
        assertThat(HolderNote.parse(bare.text())).hasValue(bare);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "pid x on host", "pid 99999999999999999999 on host", "pid 1 on h, started at noon"
            })
    void aTextThatIsNoNoteIsNone(String text) {
        assertThat(HolderNote.parse(text)).isEmpty();
    }

    @Test
    void theProcessOfANoteIsFoundOnThisMachineOnly() {
        assertThat(own.process()).hasValue(ProcessHandle.current());
        assertThat(new HolderNote(own.pid(), "elsewhere", own.started()).process())
                .isEmpty();
    }

    @Test
    void aLaterProcessOfTheSameNumberIsNotTaken() {
        HolderNote earlier = new HolderNote(own.pid(), own.host(), Optional.of(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(earlier.process()).isEmpty();
    }
}
