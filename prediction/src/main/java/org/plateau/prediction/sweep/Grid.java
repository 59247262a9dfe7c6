package org.plateau.prediction.sweep;

import org.plateau.prediction.function.Shapes;

/**
 * All combinations of the values on some axes. Places between them have coordinates: whole numbers are indices on an axis;
 * in between it goes by the ratio of neighbours of one sign, else by their difference.
 */
final class Grid {
    private final double[][] axes;
    private final Shapes shapes;

    Grid(double[][] axes) {
        this.axes = axes;
        shapes = Shapes.grid(axes);
    }

    /** All of them, the last axis varying fastest. */
    Shapes shapes() {
        return shapes;
    }

    int dimensions() {
        return axes.length;
    }

    /** Writes the coordinates of an index. */
    void coordinates(int index, double[] into) {
        int rest = index;
        for (int k = axes.length - 1; k >= 0; k--) {
            into[k] = rest % axes[k].length;
            rest /= axes[k].length;
        }
    }

    /** The coordinate that is nearest to a wanted one. */
    double within(int axis, double coordinate) {
        return Math.max(0, Math.min(axes[axis].length - 1, coordinate));
    }

    /** The value at a coordinate of an axis. */
    double value(int axis, double coordinate) {
        double[] values = axes[axis];
        if (values.length == 1) {
            return values[0];
        }
        int below = Math.min((int) coordinate, values.length - 2);
        double share = coordinate - below;
        double low = values[below];
        double high = values[below + 1];
        return low * high > 0 ? low * Math.pow(high / low, share) : low + share * (high - low);
    }
}
