package org.plateau.search.pareto;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The points that no other point dominates, in the order in which they came. Points of equal costs all stay.
 *
 * @param points none of which dominates another
 */
public record ParetoFront(List<Point> points) {
    private static final ParetoFront EMPTY = new ParetoFront(List.of());

    /**
     * A front of points that are known not to dominate each other.
     *
     * @throws ParetoException if one dominates another
     */
    public ParetoFront {
        points = List.copyOf(points);
        for (Point point : points) {
            for (Point other : points) {
                if (point.costs().dominates(other.costs())) {
                    throw new ParetoException(
                            "Points of a front must not dominate each other, but %s with %s dominated %s with %s"
                                    .formatted(
                                            point.id(),
                                            point.costs().values(),
                                            other.id(),
                                            other.costs().values()));
                }
            }
        }
    }

    /** A front without a point. */
    public static ParetoFront empty() {
        return EMPTY;
    }

    /** The front of these points. */
    public static ParetoFront of(Collection<Point> points) {
        List<Point> front = new ArrayList<>();
        for (Point point : points) {
            if (front.stream().noneMatch(other -> other.costs().dominates(point.costs()))) {
                front.removeIf(other -> point.costs().dominates(other.costs()));
                front.add(point);
            }
        }
        return new ParetoFront(front);
    }

    /** The front once there is one more point: this one where the point is dominated. */
    public ParetoFront plus(Point point) {
        if (dominates(point.costs())) {
            return this;
        }
        List<Point> more = new ArrayList<>(points);
        more.add(point);
        return of(more);
    }

    /** Whether a point of the front dominates these costs, so that they would not get onto it. */
    public boolean dominates(Costs costs) {
        return points.stream().anyMatch(point -> point.costs().dominates(costs));
    }

    /** Whether these costs would dominate a point of the front, and so push it off. */
    public boolean wouldDominate(Costs costs) {
        return points.stream().anyMatch(point -> costs.dominates(point.costs()));
    }

    /** Whether a point of this id is on the front. */
    public boolean contains(String id) {
        return points.stream().anyMatch(point -> point.id().equals(id));
    }

    /**
     * Volume of the part of the objectives' space that the front dominates, up to a reference point. Points that are
     * not better than the reference in every objective add nothing; an empty front has 0.
     *
     * @throws ParetoException if the numbers of objectives differ
     */
    public double hypervolume(Costs reference) {
        return Hypervolume.of(points.stream().map(Point::costs).toList(), reference);
    }
}
