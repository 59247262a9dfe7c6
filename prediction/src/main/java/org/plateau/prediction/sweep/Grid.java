package org.plateau.prediction.sweep;

/**
 * All combinations of the values on some axes, the last axis varying fastest. Places between them have coordinates: whole
 * numbers are indices on an axis; in between it goes by the ratio of neighbours of one sign, else by their difference.
 */
final class Grid {
    private final double[][] axes;
    private final int size;

    Grid(double[][] axes) {
        this.axes = axes;
        int product = 1;
        for (double[] axis : axes) {
            product *= axis.length;
        }
        size = product;
    }

    int size() {
        return size;
    }

    int dimensions() {
        return axes.length;
    }

    /** Goes to the next place: the coordinates of the first index become those of the second and so on. */
    void next(int[] place) {
        for (int k = axes.length - 1; k >= 0; k--) {
            place[k]++;
            if (place[k] < axes[k].length) {
                return;
            }
            place[k] = 0;
        }
    }

    /** Writes the shape at a place. */
    void shape(int[] place, double[] into) {
        for (int k = 0; k < axes.length; k++) {
            into[k] = axes[k][place[k]];
        }
    }

    /** Writes the coordinates of an index. */
    void coordinates(int index, double[] into) {
        int rest = index;
        for (int k = axes.length - 1; k >= 0; k--) {
            into[k] = rest % axes[k].length;
            rest /= axes[k].length;
        }
    }

    /** The coordinate that is nearest to a wanted one, at most one step beyond the ends of the axis. */
    double within(int axis, double coordinate) {
        return axes[axis].length == 1 ? 0 : Math.max(-1, Math.min(axes[axis].length, coordinate));
    }

    /** The value at a coordinate of an axis. */
    double value(int axis, double coordinate) {
        double[] values = axes[axis];
        if (values.length == 1) {
            return values[0];
        }
        int below = Math.max(0, Math.min((int) coordinate, values.length - 2));
        double share = coordinate - below;
        double low = values[below];
        double high = values[below + 1];
        return low * high > 0 ? low * Math.pow(high / low, share) : low + share * (high - low);
    }
}
