package org.plateau.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plateau.search.Seeds;
import org.plateau.search.searchers.SplitMix64;

class ParetoFrontTest {
    @Test
    void theFrontIsWhatNoOtherPointDominatesInTheirOrder() {
        Seeds.of(20).forEach(seed -> {
            SplitMix64 random = new SplitMix64(seed);
            List<Point> points = points(Clouds.draw(random.nextInt(80), 1 + random.nextInt(3), 10, random));
            List<Point> expected = points.stream()
                    .filter(point ->
                            points.stream().noneMatch(other -> other.costs().dominates(point.costs())))
                    .toList();

            ParetoFront grown = ParetoFront.empty();
            for (Point point : points) {
                grown = grown.plus(point);
            }
            assertThat(ParetoFront.of(points).points()).isEqualTo(expected);
            assertThat(grown.points()).isEqualTo(expected);
        });
    }

    @Test
    void pointsOfEqualCostsAllStay() {
        ParetoFront front = ParetoFront.of(List.of(
                new Point("a", Costs.of(1, 1)), new Point("b", Costs.of(1, 1)), new Point("c", Costs.of(2, 1))));

        assertThat(front.points()).extracting(Point::id).containsExactly("a", "b");
        assertThat(front.contains("b")).isTrue();
        assertThat(front.contains("c")).isFalse();
    }

    @Test
    void aPointIsJudgedBeforeItIsThere() {
        ParetoFront front = ParetoFront.of(List.of(new Point("a", Costs.of(1, 3)), new Point("b", Costs.of(3, 1))));

        assertThat(front.wouldDominate(Costs.of(1, 2))).isTrue();
        assertThat(front.wouldDominate(Costs.of(2, 2))).isFalse();
        assertThat(front.wouldDominate(Costs.of(1, 3))).isFalse();
        assertThat(front.dominates(Costs.of(2, 2))).isFalse();
        assertThat(front.dominates(Costs.of(3, 3))).isTrue();
        assertThat(front.plus(new Point("c", Costs.of(3, 3)))).isSameAs(front);
        assertThat(front.plus(new Point("d", Costs.of(0, 0))).points())
                .extracting(Point::id)
                .containsExactly("d");
    }

    @Test
    void pointsThatDominateEachOtherAreNoFront() {
        List<Point> points = List.of(new Point("a", Costs.of(1, 1)), new Point("b", Costs.of(1, 2)));

        assertThatThrownBy(() -> new ParetoFront(points))
                .isInstanceOf(ParetoException.class)
                .hasMessageContaining("a with [1.0, 1.0] dominated b with [1.0, 2.0]");
    }

    private static List<Point> points(List<Costs> costs) {
        return IntStream.range(0, costs.size())
                .mapToObj(index -> new Point("n" + index, costs.get(index)))
                .toList();
    }
}
