package org.plateau.search.nsganet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.architecture.Shape;
import org.plateau.search.Seeds;
import org.plateau.search.searchers.SplitMix64;
import org.plateau.search.space.GenomeException;

class MacroTextTest {
    private static final Shape.Image IMAGE = new Shape.Image(1, 32, 32);
    private final NsgaNetMacroSpace space = new NsgaNetMacroSpace(IMAGE, 2, 8);

    @Test
    void aGenomeIsWrittenAsNsgaNetsNestedListWithoutBlanks() {
        MacroGenome genome = space.parse("[[0, 0, 0, 1, 1, 0, 1], [1, 1, 0, 0, 0, 0, 0], [0, 1, 1, 0, 0, 1, 0]]");

        assertThat(space.text(genome)).isEqualTo("[[0,0,0,1,1,0,1],[1,1,0,0,0,0,0],[0,1,1,0,0,1,0]]");
    }

    @Test
    void theBitsOfANodeStandBehindThoseOfEarlierNodes() {
        MacroPhase phase = space.parse("[[0,0,0,1,1,0,1],[1,0,0,0,0,0,0],[0,1,1,0,0,0,0]]")
                .phases()
                .get(0);

        assertThat(phase.connects(1, 4)).isTrue();
        assertThat(phase.connects(2, 4)).isTrue();
        assertThat(phase.connects(3, 4)).isFalse();
        assertThat(phase.connects(1, 2)).isFalse();
        assertThat(phase.residual()).isTrue();
    }

    @Test
    void everyGenomeComesBackFromItsText() {
        SplitMix64 random = Seeds.random();
        for (int nodes = 2; nodes <= MacroPhase.MOST_NODES; nodes++) {
            for (int phases = 1; phases <= 4; phases++) {
                NsgaNetMacroSpace any = new NsgaNetMacroSpace(IMAGE, 2, 8, phases, nodes);
                MacroGenome genome = any.random(random);
                assertThat(any.parse(any.text(genome))).isEqualTo(genome);
                assertThat(genome.length()).isEqualTo(any.length());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "[[0,0,0,1,1,0,1]]",
                "[[0,0,0,1,1,0,1],[1,1,0,0,0,0,0],[0,1,1,0,0,1,0],[0,1,1,0,0,1,0]]",
                "[[0,0,0,1,1,0],[1,1,0,0,0,0,0],[0,1,1,0,0,1,0]]",
                "[[0,0,0,1,1,0,1],[1,1,0,0,0,0,0],[0,1,1,0,0,1,0,1]]",
                "[[0,0,0,1,1,0,2],[1,1,0,0,0,0,0],[0,1,1,0,0,1,0]]",
                "[[0,0,0,1,1,0,1],[1,1,0,0,0,0,0],[0,1,1,0,0,1,0]",
                "[[0,0,0,1,1,0,1][1,1,0,0,0,0,0],[0,1,1,0,0,1,0]]",
                "[[[0],[0,0],[1,1,0],[1]],[[1],[1,0],[0,0,0],[0]],[[0],[1,1],[0,0,1],[0]]]"
            })
    void aTextThatIsNoGenomeOfThisSpaceIsRefusedAndShown(String text) {
        assertThatThrownBy(() -> space.parse(text))
                .isInstanceOf(GenomeException.class)
                .hasMessageContaining("3 lists of 7 bits")
                .hasMessageContaining('"' + text + '"');
    }

    @Test
    void phasesThatAreNoPhasesAreRefused() {
        assertThatThrownBy(() -> new MacroPhase(1, 0, false)).hasMessageContaining("2 to 8 nodes, but had 1");
        assertThatThrownBy(() -> new MacroPhase(9, 0, false)).hasMessageContaining("2 to 8 nodes, but had 9");
        assertThatThrownBy(() -> new MacroPhase(3, 8, false)).hasMessageContaining("3 bits, but were 1000");
    }
}
