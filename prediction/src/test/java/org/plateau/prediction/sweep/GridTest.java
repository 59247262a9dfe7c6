package org.plateau.prediction.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plateau.prediction.function.Shapes;

class GridTest {
    private final Grid grid = new Grid(new double[][] {{1, 4}, {-2, 0, 3}});

    @Test
    void itHoldsAllCombinationsTheLastAxisVaryingFastest() {
        Shapes shapes = grid.shapes();

        assertThat(shapes.size()).isEqualTo(6);
        assertThat(shapes.shape(0)).containsExactly(1, -2);
        assertThat(shapes.shape(1)).containsExactly(1, 0);
        assertThat(shapes.shape(5)).containsExactly(4, 3);
        assertThat(shapes.number(4, 1)).isZero();
        assertThat(Shapes.grid(new double[][] {}).size()).isEqualTo(1);
    }

    @Test
    void coordinatesLeadToTheShape() {
        double[] at = new double[2];
        for (int s = 0; s < 6; s++) {
            grid.coordinates(s, at);
            assertThat(new double[] {grid.value(0, at[0]), grid.value(1, at[1])})
                    .containsExactly(grid.shapes().shape(s));
        }
    }

    @Test
    void betweenNeighboursItGoesByRatioOrWhereSignsDifferByDifference() {
        assertThat(grid.value(0, 0.5)).isCloseTo(2, Offset.offset(1e-12));
        assertThat(grid.value(1, 0.5)).isEqualTo(-1);
        assertThat(grid.value(1, 1.5)).isEqualTo(1.5);
        assertThat(grid.within(1, 7)).isEqualTo(2);
        assertThat(grid.within(1, -0.1)).isZero();
    }

    @Test
    void smallEquationsAreSolved() {
        double[][] matrix = {{4, 0, 0}, {2, 5, 0}, {1, -1, 6}};
        double[] vector = {4 + 4 + 3, 2 + 10 - 3, 1 - 2 + 18};

        SmallCholesky.solve(matrix, vector, 3);

        assertThat(vector).containsExactly(new double[] {1, 2, 3}, Offset.offset(1e-7));
    }

    @Test
    void dependentEquationsHaveAFiniteSolution() {
        double[][] matrix = {{1, 0}, {1, 1}};
        double[] vector = {2, 2};

        SmallCholesky.solve(matrix, vector, 2);

        assertThat(vector[0] + vector[1]).isCloseTo(2, Offset.offset(1e-6));
    }
}
