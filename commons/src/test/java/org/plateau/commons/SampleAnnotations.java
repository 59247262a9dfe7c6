package org.plateau.commons;

import java.util.Optional;
import org.plateau.core.trail.Annotation;
import org.plateau.core.trail.Annotation.Kind;

/** Annotations with a number that tells their key and time. */
final class SampleAnnotations {
    private SampleAnnotations() {}

    static Annotation of(int number, String network, Kind kind, String text) {
        return of(number, network, kind, text, Optional.empty());
    }

    static Annotation of(int number, String network, Kind kind, String text, Optional<String> other) {
        return new Annotation(
                "00000000-0000-4000-8000-%012x".formatted(number),
                network,
                "ada",
                SampleTrails.START.plusSeconds(number),
                kind,
                text,
                other);
    }
}
