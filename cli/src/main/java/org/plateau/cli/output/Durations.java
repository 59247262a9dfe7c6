package org.plateau.cli.output;

/** Times as people say them. */
final class Durations {
    private Durations() {}

    /** 42 s, 3:07 min or 1:02:03 h. */
    static String text(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return "%d:%02d min".formatted(whole / 60, whole % 60);
        }
        return "%d:%02d:%02d h".formatted(whole / 3600, whole / 60 % 60, whole % 60);
    }
}
