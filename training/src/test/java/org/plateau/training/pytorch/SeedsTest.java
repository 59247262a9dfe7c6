package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void anOrderHoldsEveryImageOnce() {
        long[] order = new Seeds(3).order(2, 1000);

        assertThat(LongStream.of(order).sorted().toArray())
                .isEqualTo(LongStream.range(0, 1000).toArray());
        assertThat(order).isNotEqualTo(LongStream.range(0, 1000).toArray());
    }

    @Test
    void epochsAndSeedsGiveDifferentOrdersAndTheSameOnesTheSame() {
        long[] order = new Seeds(3).order(2, 100);

        assertThat(new Seeds(3).order(2, 100)).isEqualTo(order);
        assertThat(new Seeds(3).order(3, 100)).isNotEqualTo(order);
        assertThat(new Seeds(4).order(2, 100)).isNotEqualTo(order);
    }

    @Test
    void noTwoStreamsOfNeighbouringSeedsAndEpochsBeginAlike() {
        Set<Long> seen = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            for (int epoch = 0; epoch < 50; epoch++) {
                seen.add(new Seeds(seed).engine(epoch));
            }
        }

        assertThat(seen).hasSize(2500);
    }
}
