package org.plateau.prediction.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What kind of curve a training shows so far.
 *
 * @param shapes all kinds that it shows, the most telling first (a late starter may be noisy as well); empty where nothing
 *     can be told yet
 * @param reason one sentence on the first of them, or why nothing can be told
 * @param evidence the numbers behind it, by name: {@code noise}, {@code gain}, {@code reach} and {@code start} (points,
 *     points, points, epoch), see {@link CurveShapes}
 */
public record ShapeFinding(List<CurveShape> shapes, String reason, Map<String, Double> evidence) {
    /** The word for curves of which nothing can be told yet. */
    public static final String UNKNOWN = "unknown";

    public ShapeFinding {
        shapes = List.copyOf(shapes);
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }

    static ShapeFinding unknown(String reason, Map<String, Double> evidence) {
        return new ShapeFinding(List.of(), reason, evidence);
    }

    /** The most telling kind. */
    public Optional<CurveShape> shape() {
        return shapes.stream().findFirst();
    }

    /** Whether the curve is of this kind, be it among others. */
    public boolean is(CurveShape shape) {
        return shapes.contains(shape);
    }

    /** The word of the most telling kind, {@value #UNKNOWN} where there is none. */
    public String word() {
        return shape().map(CurveShape::word).orElse(UNKNOWN);
    }
}
