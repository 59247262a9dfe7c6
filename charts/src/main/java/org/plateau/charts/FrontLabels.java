package org.plateau.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names of a front's members, each where it covers no network, no step and no other name, or not at all. */
final class FrontLabels {
    private static final double FONT = 11;
    private static final double LONGEST = 110;
    private static final double OFFSET = 7;
    private static final double HEIGHT = FONT + 2;

    /** Room above the axes, for the name of the best. */
    private static final double ABOVE = 14;

    private final Plot plot;
    private final List<Box> taken = new ArrayList<>();

    FrontLabels(Plot plot) {
        this.plot = plot;
    }

    /** Keeps names off a network's sign. */
    void avoid(FrontPoint point) {
        double reach = point.onFront() ? 5 : 2;
        taken.add(new Box(x(point), y(point), 0, 0).inset(-reach));
    }

    /** Keeps names off the step between two neighbours on the front. */
    void avoid(FrontPoint from, FrontPoint to) {
        double left = Math.min(x(from), x(to));
        double top = Math.min(y(from), y(to));
        taken.add(new Box(left, y(from), Math.abs(x(to) - x(from)), 0).inset(-0.5));
        taken.add(new Box(x(to), top, 0, Math.abs(y(to) - y(from))).inset(-0.5));
    }

    void draw(List<FrontPoint> members) {
        Box room = plot.area().cut(-ABOVE, 0, 0, 0);
        plot.svg().open("g", "fill", plot.theme().text(), "font-size", FONT);
        for (FrontPoint member : members) {
            String words = Words.fitting(member.label().strip(), FONT, LONGEST);
            places(x(member), y(member), Words.width(words, FONT))
                    .filter(place -> room.holds(place.box()))
                    .filter(place -> taken.stream().noneMatch(place.box()::overlaps))
                    .findFirst()
                    .ifPresent(place -> {
                        taken.add(place.box());
                        double x = place.before()
                                ? place.box().right()
                                : place.box().x();
                        String anchor = place.before() ? "end" : "start";
                        plot.svg().text(words, x, place.box().bottom() - 3, "class", "label", "text-anchor", anchor);
                    });
        }
        plot.svg().close();
    }

    private record Place(Box box, boolean before) {}

    /** Above and before the point first: where more is better and cheap is left, no network can be there. */
    private static Stream<Place> places(double x, double y, double width) {
        double before = x - OFFSET - width;
        double above = y - OFFSET - HEIGHT + 4;
        double below = y + OFFSET - 4;
        return Stream.of(
                new Place(new Box(before, above, width, HEIGHT), true),
                new Place(new Box(x + OFFSET, below, width, HEIGHT), false),
                new Place(new Box(before, below, width, HEIGHT), true),
                new Place(new Box(x + OFFSET, above, width, HEIGHT), false));
    }

    private double x(FrontPoint point) {
        return plot.x().at(point.cost());
    }

    private double y(FrontPoint point) {
        return plot.y().at(point.fitness().value());
    }
}
