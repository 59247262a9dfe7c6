package org.plateau.diffraction;

/**
 * The X-ray form factor of an element, f(q) = Σ₄ aᵢ·exp(−bᵢ·q²/4) + c in electrons with q = 2·sin(θ)/λ in 1/Å.
 *
 * <p>Coefficients: International Tables for Crystallography, volume C, table 6.1.1.4 (four Gaussians and a constant; hydrogen as it
 * is when bonded).
 */
final class FormFactor {
    private static final FormFactor HYDROGEN = new FormFactor(
            new double[] {.493002, .322912, .140191, .04081},
            new double[] {10.5109, 26.1257, 3.14236, 57.7997},
            .003038);
    private static final FormFactor CARBON = new FormFactor(
            new double[] {2.31, 1.02, 1.5886, .865}, new double[] {20.8439, 10.2075, .5687, 51.6512}, .2156);
    private static final FormFactor NITROGEN = new FormFactor(
            new double[] {12.2126, 3.1322, 2.0125, 1.1663}, new double[] {.0057, 9.8933, 28.9975, .5826}, -11.529);
    private static final FormFactor OXYGEN = new FormFactor(
            new double[] {3.0485, 2.2868, 1.5463, .867}, new double[] {13.2771, 5.7011, .3239, 32.9089}, .2508);
    private static final FormFactor PHOSPHORUS = new FormFactor(
            new double[] {6.4345, 4.1791, 1.78, 1.4908}, new double[] {1.9067, 27.157, .526, 68.1645}, 1.1149);
    private static final FormFactor SULPHUR = new FormFactor(
            new double[] {6.9053, 5.2034, 1.4379, 1.5863}, new double[] {1.4679, 22.2151, .2536, 56.172}, .8669);

    private final double[] amplitudes;
    private final double[] widths;
    private final double constant;

    private FormFactor(double[] amplitudes, double[] widths, double constant) {
        this.amplitudes = amplitudes;
        this.widths = widths;
        this.constant = constant;
    }

    static FormFactor of(Element element) {
        return switch (element) {
            case H -> HYDROGEN;
            case C -> CARBON;
            case N -> NITROGEN;
            case O -> OXYGEN;
            case P -> PHOSPHORUS;
            case S -> SULPHUR;
        };
    }

    double at(double squaredQ) {
        double sum = constant;
        for (int i = 0; i < amplitudes.length; i++) {
            sum += amplitudes[i] * Math.exp(-widths[i] * squaredQ / 4);
        }
        return sum;
    }
}
