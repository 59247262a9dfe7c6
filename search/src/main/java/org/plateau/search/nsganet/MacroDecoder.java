package org.plateau.search.nsganet;

import java.util.ArrayList;
import java.util.List;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Pooling;
import org.plateau.core.architecture.Window;

/**
 * Builds the network of a macro genome, with NSGA-Net's repairs.
 *
 * <p>Inactive phases and isolated nodes are left out, and what remains is numbered anew from 1: {@code phase1.entry},
 * {@code phase1.node2.conv}, {@code phase1.exit.concat}, {@code pool1}, {@code linear}.
 */
final class MacroDecoder {
    private final NsgaNetMacroSpace space;
    private final GraphDraft draft = new GraphDraft();

    MacroDecoder(NsgaNetMacroSpace space) {
        this.space = space;
    }

    Architecture decode(MacroGenome genome) {
        List<MacroPhase> active =
                genome.phases().stream().filter(MacroPhase::active).toList();
        String last = Architecture.INPUT;
        for (int index = 0; index < active.size(); index++) {
            if (index > 0) {
                last = draft.add("pool" + index, new Pooling(Pooling.Kind.MAXIMUM, Window.square(2, 2, 0)), last);
            }
            last = phase(active.get(index), index, last);
        }
        last = draft.add("mean", new GlobalAveragePooling(), last);
        draft.add("linear", new Linear(space.classes(), true), last);
        return draft.over(space.input());
    }

    private String phase(MacroPhase phase, int index, String input) {
        String prefix = "phase" + (index + 1);
        int channels = space.channels() << index;
        String entry = entry(prefix, index, input, channels);
        List<String> outputs = new ArrayList<>();
        List<String> leaves = new ArrayList<>();
        if (phase.residual()) {
            leaves.add(entry);
        }
        int number = 0;
        for (int node = 1; node <= phase.nodes(); node++) {
            boolean read = phase.hasInputs(node);
            boolean feeds = phase.hasOutputs(node);
            if (!read && !feeds) {
                outputs.add("");
                continue;
            }
            number++;
            List<String> inputs = read ? inputs(phase, node, outputs) : List.of(entry);
            String output = node(prefix + ".node" + number, inputs, channels);
            outputs.add(output);
            if (!feeds) {
                leaves.add(output);
            }
        }
        return draft.normalize(prefix + ".exit", draft.join(prefix + ".exit", leaves, channels));
    }

    /** The first active phase enters by an unpadded 3×3 convolution, later ones by 1×1; none where channels stay. */
    private String entry(String prefix, int index, String input, int channels) {
        int before = index == 0 ? space.input().channels() : channels / 2;
        if (before == channels) {
            return input;
        }
        Window window = Window.square(index == 0 ? 3 : 1, 1, 0);
        return draft.add(prefix + ".entry", new Convolution(channels, window, 1, false), input);
    }

    private static List<String> inputs(MacroPhase phase, int node, List<String> outputs) {
        List<String> inputs = new ArrayList<>();
        for (int from = 1; from < node; from++) {
            if (phase.connects(from, node)) {
                inputs.add(outputs.get(from - 1));
            }
        }
        return inputs;
    }

    private String node(String prefix, List<String> inputs, int channels) {
        String input = draft.join(prefix, inputs, channels);
        return draft.normalize(prefix, draft.add(prefix + ".conv", Convolution.same(channels, 3), input));
    }
}
