package org.plateau.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plateau.search.Seeds;
import org.plateau.search.searchers.SplitMix64;

class RankingTest {
    @Test
    void ranksAreThoseOfPeelingFrontsOffOneByOne() {
        Seeds.of(20).forEach(seed -> {
            SplitMix64 random = new SplitMix64(seed);
            for (int objectives = 1; objectives <= 4; objectives++) {
                List<Costs> points = Clouds.draw(1 + random.nextInt(60), objectives, 12, random);
                assertThat(Ranking.of(points).ranks()).isEqualTo(peeled(points));
            }
        });
    }

    @Test
    void crowdingIsTheRelativeDistanceOfBothNeighboursSummedOverObjectives() {
        Seeds.of(20).forEach(seed -> {
            SplitMix64 random = new SplitMix64(seed);
            for (int objectives = 2; objectives <= 3; objectives++) {
                List<Costs> points = scattered(40, objectives, random);
                Ranking ranking = Ranking.of(points);
                for (int point = 0; point < points.size(); point++) {
                    double expected = crowding(points, ranking.ranks(), point);
                    assertThat(ranking.crowding().get(point)).isEqualTo(expected, within(1e-9));
                }
            }
        });
    }

    @Test
    void aFrontByHandHasItsRanksAndCrowding() {
        Ranking ranking =
                Ranking.of(List.of(Costs.of(0, 4), Costs.of(1, 2), Costs.of(4, 0), Costs.of(4, 4), Costs.of(5, 5)));

        assertThat(ranking.ranks()).containsExactly(0, 0, 0, 1, 2);
        assertThat(ranking.crowding())
                .containsExactly(
                        Double.POSITIVE_INFINITY,
                        2.0,
                        Double.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY);
    }

    @Test
    void ofEqualPointsOnlyTheFirstHasRoomAndAllHaveTheirRank() {
        Ranking ranking = Ranking.of(List.of(Costs.of(0, 1), Costs.of(0, 1), Costs.of(1, 0)));

        assertThat(ranking.ranks()).containsExactly(0, 0, 0);
        assertThat(ranking.crowding()).containsExactly(Double.POSITIVE_INFINITY, 0.0, Double.POSITIVE_INFINITY);
    }

    @Test
    void theComparisonPutsALowerRankFirstAndThenMoreRoom() {
        Ranking ranking = Ranking.of(List.of(Costs.of(0, 4), Costs.of(1, 2), Costs.of(4, 0), Costs.of(4, 4)));

        assertThat(ranking.compare(0, 1)).isNegative();
        assertThat(ranking.compare(1, 0)).isPositive();
        assertThat(ranking.compare(1, 3)).isNegative();
        assertThat(ranking.compare(0, 2)).isZero();
    }

    @Test
    void noPointsAreRankedAndPointsOfDifferentSizesAreNot() {
        assertThat(Ranking.of(List.of()).size()).isZero();
        assertThatThrownBy(() -> Ranking.of(List.of(Costs.of(1), Costs.of(1, 2))))
                .isInstanceOf(ParetoException.class);
    }

    private static List<Integer> peeled(List<Costs> points) {
        List<Integer> ranks = new ArrayList<>(Collections.nCopies(points.size(), -1));
        for (int rank = 0; ranks.contains(-1); rank++) {
            List<Integer> left = IntStream.range(0, points.size())
                    .filter(index -> ranks.get(index) == -1)
                    .boxed()
                    .toList();
            for (int index : left) {
                if (left.stream().noneMatch(other -> points.get(other).dominates(points.get(index)))) {
                    ranks.set(index, rank);
                }
            }
        }
        return ranks;
    }

    /** Continuous points, so that no two have one value in common. */
    private static List<Costs> scattered(int points, int objectives, SplitMix64 random) {
        return IntStream.range(0, points)
                .mapToObj(index -> Costs.of(IntStream.range(0, objectives)
                        .mapToDouble(objective -> random.nextDouble() * Math.pow(1000, objective))
                        .toArray()))
                .toList();
    }

    private static double crowding(List<Costs> points, List<Integer> ranks, int point) {
        List<Costs> rank = IntStream.range(0, points.size())
                .filter(index -> ranks.get(index).equals(ranks.get(point)))
                .mapToObj(points::get)
                .toList();
        if (rank.size() < 3) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int objective = 0; objective < points.get(0).size(); objective++) {
            int axis = objective;
            List<Double> sorted = rank.stream()
                    .map(costs -> costs.value(axis))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            int place = sorted.indexOf(points.get(point).value(axis));
            if (place == 0 || place == sorted.size() - 1) {
                return Double.POSITIVE_INFINITY;
            }
            sum += (sorted.get(place + 1) - sorted.get(place - 1)) / (sorted.get(sorted.size() - 1) - sorted.get(0));
        }
        return sum;
    }
}
