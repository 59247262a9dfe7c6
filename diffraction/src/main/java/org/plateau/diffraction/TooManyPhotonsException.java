package org.plateau.diffraction;

import java.io.Serial;

/** A beam is so strong that a pixel's count does not fit into an image of 32-bit floats. */
public final class TooManyPhotonsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TooManyPhotonsException(double photons, Beam beam) {
        super("A beam of " + beam.label() + " photons/µm² puts " + photons
                + " photons into one pixel; expected at most " + (long) PatternSimulator.MOST_PHOTONS
                + ". Use a weaker beam or smaller pixels");
    }
}
