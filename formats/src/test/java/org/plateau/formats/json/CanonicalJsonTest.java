package org.plateau.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    record Thing(double value, Optional<String> note, List<Map<String, Integer>> parts) {}

    @Test
    void theOrderOfKeysDoesNotMatterAtAnyDepth() {
        Map<String, Integer> forward = new LinkedHashMap<>();
        forward.put("a", 1);
        forward.put("b", 2);
        Map<String, Integer> backward = new LinkedHashMap<>();
        backward.put("b", 2);
        backward.put("a", 1);
        Thing one = new Thing(0.1, Optional.of("n"), List.of(forward));
        Thing two = new Thing(0.1, Optional.of("n"), List.of(backward));
        assertThat(CanonicalJson.text(one))
                .isEqualTo("{\"note\":\"n\",\"parts\":[{\"a\":1,\"b\":2}],\"value\":0.1}")
                .isEqualTo(CanonicalJson.text(two));
        assertThat(CanonicalJson.hash(one)).isEqualTo(CanonicalJson.hash(two));
    }

    @Test
    void theOrderOfListsMatters() {
        assertThat(CanonicalJson.text(List.of(1, 2))).isNotEqualTo(CanonicalJson.text(List.of(2, 1)));
    }

    @Test
    void doublesAreShortestOnEveryJvm() {
        // JDK 18 and older print some of them with more digits.
        assertThat(CanonicalJson.text(List.of(2e-3, 2e22, 1.0, 1e-5, 100.0, Double.MIN_VALUE)))
                .isEqualTo("[0.002,2.0E22,1.0,1.0E-5,100.0,4.9E-324]");
    }

    @Test
    void whatIsNoNumberIsAText() {
        assertThat(CanonicalJson.text(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
                .isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\"]");
    }

    @Test
    void anAbsentValueIsLeftOut() {
        assertThat(CanonicalJson.text(new Thing(1, Optional.empty(), List.of())))
                .isEqualTo("{\"parts\":[],\"value\":1.0}");
    }

    @Test
    void theHashIsThatOfTheText() {
        assertThat(CanonicalJson.hash(List.of(1))).isEqualTo(Sha256.of("[1]".getBytes(StandardCharsets.UTF_8)));
        assertThat(Sha256.of(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
