package org.plateau.search.searchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.plateau.search.Seeds;

class SplitMix64Test {
    @Test
    void itGivesThePublishedSequence() {
        SplitMix64 random = new SplitMix64(1234567);

        assertThat(LongStream.generate(random::nextLong).limit(4))
                .containsExactly(
                        6457827717110365317L, 3203168211198807973L, -8629252141511181193L, 4593380528125082431L);
    }

    @Test
    void itIsTheGeneratorThatTheJdkKeepsTheStateOf() {
        Seeds.of(3).forEach(seed -> {
            SplittableRandom jdk = new SplittableRandom(seed);
            SplitMix64 random = new SplitMix64(seed);
            for (int draw = 0; draw < 100; draw++) {
                assertThat(random.nextLong()).isEqualTo(jdk.nextLong());
            }
        });
    }

    @Test
    void aGeneratorFromAStateGoesOnAsTheOneThatHadIt() {
        SplitMix64 random = Seeds.random();
        random.nextInt(7);
        SplitMix64 other = new SplitMix64(random.state());

        assertThat(other.nextDouble()).isEqualTo(random.nextDouble());
        assertThat(other.nextBoolean()).isEqualTo(random.nextBoolean());
        assertThat(other.nextInt()).isEqualTo(random.nextInt());
        assertThat(other.nextInt(1000)).isEqualTo(random.nextInt(1000));
        assertThat(other.state()).isEqualTo(random.state());
    }

    @Test
    void boundedDrawsAreUniform() {
        SplitMix64 random = new SplitMix64(5);
        int[] counts = new int[7];
        for (int draw = 0; draw < 70_000; draw++) {
            counts[random.nextInt(7)]++;
        }
        for (int count : counts) {
            assertThat((double) count).isEqualTo(10_000, within(500.0));
        }
        assertThatThrownBy(() -> random.nextInt(0)).hasMessageContaining("at least 1, but was 0");
    }
}
