package org.plateau.prediction;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they stand in a reason. */
public final class Sentence {
    private Sentence() {}

    /** A number with at most four significant digits without trailing zeros. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        return rounded.scale() < 0 && rounded.precision() - rounded.scale() <= 7
                ? rounded.toPlainString()
                : rounded.scale() >= 0 && rounded.scale() < 8 ? rounded.toPlainString() : rounded.toString();
    }
}
