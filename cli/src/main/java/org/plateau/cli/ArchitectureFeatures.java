package org.plateau.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that the written name of a recorded architecture tells: what an NSGA-Net genome switches on in every phase, or
 * the numbers of a name made of numbers only, such as {@code 4_2_2_1024}. Names of other kinds tell nothing.
 */
final class ArchitectureFeatures {
    private static final int LONGEST = 1000;
    private static final Pattern GENOME = Pattern.compile("(?:nsganet_)?\\[((?:\\[[01](?:,[01])*],?)+)]");
    private static final Pattern PHASE = Pattern.compile("\\[([01,]+)]");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(?:[_x-]\\d{1,9})+");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private ArchitectureFeatures() {}

    static Map<String, Double> of(String architecture) {
        String text = architecture.replace(" ", "");
        if (text.length() > LONGEST) {
            return Map.of();
        }
        Matcher genome = GENOME.matcher(text);
        if (genome.matches()) {
            return genome(genome.group(1));
        }
        Map<String, Double> features = new TreeMap<>();
        if (NUMBERS.matcher(text).matches()) {
            Matcher number = NUMBER.matcher(text);
            while (number.find()) {
                features.put("number_" + (features.size() + 1), Double.parseDouble(number.group()));
            }
        }
        return features;
    }

    private static Map<String, Double> genome(String phases) {
        Map<String, Double> features = new TreeMap<>();
        List<Integer> connections = new ArrayList<>();
        int residuals = 0;
        Matcher phase = PHASE.matcher(phases);
        while (phase.find()) {
            String bits = phase.group(1).replace(",", "");
            int connected = (int) bits.substring(0, bits.length() - 1)
                    .chars()
                    .filter(bit -> bit == '1')
                    .count();
            int residual = bits.endsWith("1") ? 1 : 0;
            connections.add(connected);
            residuals += residual;
            String name = "phase_" + connections.size();
            features.put(name + "_connections", (double) connected);
            features.put(name + "_residual", (double) residual);
            features.put(name + "_active", connected > 0 ? 1.0 : 0.0);
        }
        features.put("connections", (double)
                connections.stream().mapToInt(count -> count).sum());
        features.put("residuals", (double) residuals);
        return features;
    }
}
