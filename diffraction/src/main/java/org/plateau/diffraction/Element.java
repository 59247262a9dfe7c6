package org.plateau.diffraction;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A chemical element whose X-ray scattering is known here. */
public enum Element {
    H,
    C,
    N,
    O,
    P,
    S;

    /**
     * The element of a symbol, in whatever case.
     *
     * @throws UnknownElementException where there are no coefficients for it
     */
    public static Element ofSymbol(String symbol) {
        String wanted = symbol.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(element -> element.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UnknownElementException(symbol));
    }

    /** The form factor in electrons at the squared scattering vector q² in 1/Å², q = 2·sin(θ)/λ. */
    public double formFactor(double squaredQ) {
        return FormFactor.of(this).at(squaredQ);
    }

    static String known() {
        return Arrays.stream(values()).map(Element::name).collect(Collectors.joining(", "));
    }
}
