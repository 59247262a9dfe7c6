package org.plateau.charts;

/**
 * Colours of a figure, for a light or a dark page.
 *
 * <p>Blue and vermilion (on dark: sky blue and orange) are of the palette of Okabe and Ito, "Color Universal Design"
 * (2008), which people with any colour vision can tell apart; form (filled, hollow, dashed) repeats what colour says.
 */
public enum Theme {
    LIGHT("#ffffff", "#1f2328", "#57606a", "#e3e6ea", "#0072b2", "#d55e00"),
    DARK("#0d1117", "#e6edf3", "#9aa4af", "#262c36", "#56b4e9", "#e69f00");

    private final String background;
    private final String text;
    private final String muted;
    private final String grid;
    private final String measured;
    private final String predicted;

    Theme(String background, String text, String muted, String grid, String measured, String predicted) {
        this.background = background;
        this.text = text;
        this.muted = muted;
        this.grid = grid;
        this.measured = measured;
        this.predicted = predicted;
    }

    /** Colour of the page. */
    public String background() {
        return background;
    }

    /** Colour of titles, and of the line through a front. */
    public String text() {
        return text;
    }

    /** Colour of ticks, of axis titles and of networks that failed. */
    public String muted() {
        return muted;
    }

    /** Colour of grid lines. */
    public String grid() {
        return grid;
    }

    /** Colour of what was trained to the horizon. */
    public String measured() {
        return measured;
    }

    /** Colour of what was stopped early, and of predictions. */
    public String predicted() {
        return predicted;
    }
}
