package org.plateau.diffraction;

import java.math.BigDecimal;

/**
 * The X-ray beam at the molecule.
 *
 * @param photonsPerSquareMicrometre the fluence of one shot, above 0
 */
public record Beam(double photonsPerSquareMicrometre) {
    /** The low, medium and high beam of the A4NN study (ICPP 2023). */
    public static final Beam LOW = new Beam(1e14);

    public static final Beam MEDIUM = new Beam(1e15);
    public static final Beam HIGH = new Beam(1e16);

    public Beam {
        if (!(photonsPerSquareMicrometre > 0 && Double.isFinite(photonsPerSquareMicrometre))) {
            throw new IllegalArgumentException(
                    "A beam must be above 0 photons per square micrometre and finite, but was "
                            + photonsPerSquareMicrometre);
        }
    }

    /** The fluence as it stands in file names, for example {@code 1e15} or {@code 2.5e14}. */
    public String label() {
        BigDecimal value = BigDecimal.valueOf(photonsPerSquareMicrometre).stripTrailingZeros();
        int exponent = value.precision() - value.scale() - 1;
        return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
