package org.plateau.charts;

import java.util.Optional;

/**
 * Rules that are drawn alike. Colours are of the palette of Okabe and Ito (see {@link Theme}); marks and lines repeat what
 * they say.
 */
public enum RuleFamily {
    FUNCTION("one function, converged", "", Mark.DOT, 2.2, false),
    USUAL("patience, median, successive halving", "", Mark.CROSS, 3.2, false),
    MEASURED("last, best", "", Mark.RING, 3.6, false),
    PUBLISHED("penguin, a4nn", "#e69f00", Mark.DOT, 4, false),
    NEAREST("nearest", "#cc79a7", Mark.DOT, 4, false),
    STOP_ALL("stop all after i epochs", "#009e73", Mark.RING, 3.8, true),
    LINEAR("linear at epoch i", "#d55e00", Mark.DOT, 4, true),
    FITNESS_ALONE("Plateau without history", "#56b4e9", Mark.CROSS, 4.4, false),
    HISTORY("Plateau with history", "#56b4e9", Mark.RING, 4.6, false),
    PLATEAU("Plateau", "#0072b2", Mark.DOT, 5, true);

    private final String words;
    private final String colour;
    private final Mark mark;
    private final double radius;
    private final boolean joined;

    RuleFamily(String words, String colour, Mark mark, double radius, boolean joined) {
        this.words = words;
        this.colour = colour;
        this.mark = mark;
        this.radius = radius;
        this.joined = joined;
    }

    /** Whether its rules are settings of one, joined by a line in the order of their epochs. */
    boolean joined() {
        return joined;
    }

    double radius() {
        return radius;
    }

    Mark mark() {
        return mark;
    }

    String colour(Theme theme) {
        return colour.isEmpty() ? (this == MEASURED ? theme.text() : theme.muted()) : colour;
    }

    Legend.Entry entry(Theme theme) {
        return new Legend.Entry(
                words, colour(theme), joined ? Legend.Stroke.SOLID : Legend.Stroke.NONE, Optional.of(mark));
    }
}
