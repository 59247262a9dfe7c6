package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** e^(a + b/x + c ln x): always positive, so it is for positive values only. */
final class VaporPressure extends LogLinearFunction {
    VaporPressure() {
        super(new IndexEntry(
                "vapor-pressure",
                List.of("vap3"),
                "e^(a + b / x + c ln(x))",
                List.of(
                        new Parameter("a", "logarithm of the scale", -700, 700, 1),
                        new Parameter("b", "early bend, negative for a rise", -100, 100, -1),
                        new Parameter("c", "exponent of the late growth", -10, 10, 0.1)),
                Set.of(CurveShape.LEARNING),
                List.of(Source.domhan("vapor pressure"), Source.penguin("index of functions"), Source.lcdb("vap3")),
                0.1));
    }

    @Override
    public void terms(double x, double[] into) {
        into[0] = 1;
        into[1] = 1 / x;
        into[2] = Math.log(x);
    }
}
