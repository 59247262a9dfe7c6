package org.plateau.charts;

/** The signs that stand for a network; their form alone says what their colour says too. */
enum Mark {
    /** Filled: measured. */
    DOT,
    /** Hollow: predicted. */
    RING,
    /** Crossed: ended by failure or interruption. */
    CROSS;

    /**
     * Draws the sign.
     *
     * @param kind names for the {@code class} attribute
     * @param title what shows when the pointer rests on it
     */
    void draw(Svg svg, Theme theme, String colour, double x, double y, double radius, String kind, String title) {
        switch (this) {
            case DOT ->
                svg.titled(
                        title,
                        "circle",
                        "class",
                        kind,
                        "cx",
                        x,
                        "cy",
                        y,
                        "r",
                        radius,
                        "fill",
                        colour,
                        "stroke",
                        theme.background(),
                        "stroke-width",
                        0.8);
            case RING ->
                svg.titled(
                        title,
                        "circle",
                        "class",
                        kind,
                        "cx",
                        x,
                        "cy",
                        y,
                        "r",
                        radius - 0.3,
                        "fill",
                        theme.background(),
                        "stroke",
                        colour,
                        "stroke-width",
                        1.4);
            case CROSS ->
                svg.titled(
                        title,
                        "path",
                        "class",
                        kind,
                        "d",
                        cross(x, y, radius),
                        "fill",
                        "none",
                        "stroke",
                        colour,
                        "stroke-width",
                        1.6);
        }
    }

    private static String cross(double x, double y, double radius) {
        String left = Svg.number(x - radius);
        String right = Svg.number(x + radius);
        String top = Svg.number(y - radius);
        String bottom = Svg.number(y + radius);
        return "M%s %sL%s %sM%s %sL%s %s".formatted(left, top, right, bottom, left, bottom, right, top);
    }
}
