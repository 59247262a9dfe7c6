package org.plateau.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.search.Seeds;
import org.plateau.search.searchers.SplitMix64;

class HypervolumeTest {
    private static final int SIDE = 7;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void itIsTheNumberOfUnitCellsThatTheFrontDominates(int objectives) {
        Seeds.of(25).forEach(seed -> {
            SplitMix64 random = new SplitMix64(seed);
            List<Costs> points = Clouds.draw(random.nextInt(25), objectives, SIDE + 2, random);

            assertThat(front(points).hypervolume(reference(objectives)))
                    .isEqualTo(cells(points, objectives), within(1e-9));
        });
    }

    @Test
    void itIsTheSumOfSlabsInTwoDimensions() {
        ParetoFront front = front(List.of(Costs.of(-0.5, 3), Costs.of(1.25, 1), Costs.of(2, 0.5)));

        assertThat(front.hypervolume(Costs.of(3, 4))).isEqualTo(3.5 * 1 + 1.75 * 2 + 1 * 0.5, within(1e-12));
    }

    @Test
    void pointsAtOrBeyondTheReferenceAddNothing() {
        assertThat(ParetoFront.empty().hypervolume(Costs.of(1, 1))).isZero();
        assertThat(front(List.of(Costs.of(0, 1))).hypervolume(Costs.of(1, 1))).isZero();
        assertThat(front(List.of(Costs.of(0, 2), Costs.of(0.5, 0.5))).hypervolume(Costs.of(1, 1)))
                .isEqualTo(0.25, within(1e-12));
    }

    @Test
    void aReferenceOfAnotherNumberOfObjectivesIsRefused() {
        assertThatThrownBy(() -> front(List.of(Costs.of(0, 1))).hypervolume(Costs.of(1, 1, 1)))
                .isInstanceOf(ParetoException.class);
    }

    private static ParetoFront front(List<Costs> costs) {
        List<Point> points = new ArrayList<>();
        costs.forEach(each -> points.add(new Point("n" + points.size(), each)));
        return ParetoFront.of(points);
    }

    private static Costs reference(int objectives) {
        double[] corner = new double[objectives];
        Arrays.fill(corner, SIDE);
        return Costs.of(corner);
    }

    /** Counts the cells of the grid whose lower corner some point is nowhere above. */
    private static double cells(List<Costs> points, int objectives) {
        int all = (int) Math.pow(SIDE, objectives);
        int dominated = 0;
        for (int cell = 0; cell < all; cell++) {
            int code = cell;
            if (points.stream().anyMatch(point -> covers(point, code))) {
                dominated++;
            }
        }
        return dominated;
    }

    private static boolean covers(Costs point, int cell) {
        int rest = cell;
        for (int objective = 0; objective < point.size(); objective++) {
            if (point.value(objective) > rest % SIDE) {
                return false;
            }
            rest /= SIDE;
        }
        return true;
    }
}
