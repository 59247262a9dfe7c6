package org.plateau.search.nsganet;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plateau.search.space.GenomeException;

/** The text form of macro genomes: a list of bits for each phase, {@code [[0,0,0,1,1,0,1],[…],[…]]}. */
final class MacroText {
    private static final Pattern WHOLE = Pattern.compile("\\[(\\[[01](,[01])*](,\\[[01](,[01])*])*)]");
    private static final Pattern PHASE = Pattern.compile("\\[([01,]+)]");

    private MacroText() {}

    static String write(MacroGenome genome) {
        BitSet bits = genome.bits();
        int length = genome.length() / genome.phases().size();
        StringBuilder text = new StringBuilder("[");
        for (int bit = 0; bit < genome.length(); bit++) {
            if (bit % length == 0) {
                text.append(bit == 0 ? "[" : "],[");
            } else {
                text.append(',');
            }
            text.append(bits.get(bit) ? '1' : '0');
        }
        return text.append("]]").toString();
    }

    /** Reads a genome of exactly this size; blanks do not matter. */
    static MacroGenome read(String text, int phases, int nodes) {
        int length = MacroPhase.connectionBits(nodes) + 1;
        Matcher whole = WHOLE.matcher(text.replaceAll("\\s", ""));
        if (!whole.matches()) {
            throw refused(text, phases, length);
        }
        BitSet bits = new BitSet(phases * length);
        Matcher phase = PHASE.matcher(whole.group(1));
        int found = 0;
        while (phase.find()) {
            String digits = phase.group(1).replace(",", "");
            if (digits.length() != length || found == phases) {
                throw refused(text, phases, length);
            }
            for (int bit = 0; bit < length; bit++) {
                bits.set(found * length + bit, digits.charAt(bit) == '1');
            }
            found++;
        }
        if (found != phases) {
            throw refused(text, phases, length);
        }
        return MacroGenome.of(phases, nodes, bits);
    }

    private static GenomeException refused(String text, int phases, int length) {
        return new GenomeException(
                "A genome of this space must be %d lists of %d bits, as in [[0,1,…],…], but was \"%s\""
                        .formatted(phases, length, text));
    }
}
