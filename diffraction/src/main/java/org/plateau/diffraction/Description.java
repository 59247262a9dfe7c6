package org.plateau.diffraction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What makes a data set this data set, as the lines of {@code generation.properties}: all settings but the threads and
 * the folder. Equal descriptions mean equal images.
 *
 * @param entries in the order in which they are written
 */
record Description(Map<String, String> entries) {
    /** Where the description lies once the data set is complete. */
    static final String FILE = "generation.properties";

    /** Where it lies while the data set is being made. */
    static final String UNFINISHED_FILE = "generation.unfinished.properties";

    /** Changes whenever the same settings give other images. */
    private static final String FORMAT = "plateau-diffraction-1";

    private static final String RESULT = "result.";
    static final String MEAN_LIT_PIXELS = RESULT + "mean-lit-pixels";
    static final String MEAN_PHOTONS = RESULT + "mean-photons";

    Description {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static Description of(DiffractionSettings settings) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("format", FORMAT);
        List<String> identities = settings.structures().identities();
        for (int i = 0; i < identities.size(); i++) {
            entries.put("conformation." + (i + 1), identities.get(i));
        }
        Detector detector = settings.detector();
        entries.put("detector.pixels", Integer.toString(detector.pixels()));
        entries.put("detector.pixel-size-mm", Double.toString(detector.pixelSize()));
        entries.put("detector.distance-mm", Double.toString(detector.distance()));
        entries.put("detector.wavelength-angstrom", Double.toString(detector.wavelength()));
        entries.put("detector.stop-radius-pixels", Double.toString(detector.stopRadius()));
        entries.put("beam.photons-per-square-micrometre", settings.beam().label());
        entries.put("train-per-class", Integer.toString(settings.trainPerClass()));
        entries.put("test-per-class", Integer.toString(settings.testPerClass()));
        entries.put("seed", Long.toString(settings.seed()));
        return new Description(entries);
    }

    /** Reads {@link #text}. Lines that are no entry are left out, and so make the description another one. */
    static Description parse(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        text.lines()
                .map(line -> line.split(" = ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> {
                    entries.put(parts[0], parts[1]);
                });
        return new Description(entries);
    }

    String text() {
        StringBuilder text = new StringBuilder("# Simulated XFEL diffraction patterns, written by Plateau.\n");
        entries.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    /** This with the results of the generation, which play no part in {@link #difference}. */
    Description with(double meanLitPixels, double meanPhotons) {
        Map<String, String> all = new LinkedHashMap<>(entries);
        all.put(MEAN_LIT_PIXELS, Double.toString(meanLitPixels));
        all.put(MEAN_PHOTONS, Double.toString(meanPhotons));
        return new Description(all);
    }

    double result(String name) {
        try {
            return Double.parseDouble(entries.getOrDefault(name, "NaN"));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The first setting in which a found description differs from this one, in words; empty where they agree. */
    Optional<String> difference(Description found) {
        return Stream.concat(entries.keySet().stream(), found.entries.keySet().stream())
                .distinct()
                .filter(key -> !key.startsWith(RESULT))
                .filter(key -> !Objects.equals(entries.get(key), found.entries.get(key)))
                .findFirst()
                .map(key -> key + " is " + found.entries.getOrDefault(key, "absent") + " there, but "
                        + entries.getOrDefault(key, "absent") + " was asked for");
    }
}
