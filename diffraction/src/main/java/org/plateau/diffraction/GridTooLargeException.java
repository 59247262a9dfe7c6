package org.plateau.diffraction;

import java.io.Serial;
import java.util.Locale;

/** A molecule is too large for the resolution of the detector: its grid would not fit into memory. */
public final class GridTooLargeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    GridTooLargeException(double radius, double largestQ, long points, int most) {
        super(String.format(
                Locale.ROOT,
                "A molecule of radius %.1f Å seen to %.2f Å resolution needs a grid of %d points a side; expected at most"
                        + " %d. Use a longer wavelength, a larger detector distance or a smaller molecule",
                radius,
                1 / largestQ,
                points,
                most));
    }
}
