package org.plateau.search.nsganet;

import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.ArchitectureException;
import org.plateau.core.architecture.Shape;
import org.plateau.search.space.SearchSpace;

/**
 * NSGA-Net's macro space (Lu et al., GECCO 2019, arXiv 1810.03522; its encoding follows Xie and Yuille, Genetic CNN,
 * ICCV 2017).
 *
 * <p>A network is a chain of phases with 2×2 max-pooling between them, then global average pooling and a linear layer.
 * A phase has n nodes (3×3 convolution, batch normalisation, ReLU), n(n−1)/2 bits for the connections between them and
 * one bit for a residual connection from the phase's input to its exit. The i-th phase that is left has
 * {@code channels}·2^(i−1) channels.
 *
 * <p>Repairs: a phase without connections is dropped; a node with outputs but no inputs reads the phase's input; a node
 * with inputs but no outputs feeds the phase's exit; an isolated node goes. Where every phase is dropped, what remains
 * is the mean of each input channel and the linear layer, as in the original.
 *
 * @param input shape of one image; large enough for the unpadded entry and the pooling
 * @param classes outputs of the linear layer
 * @param channels of the first phase
 * @param phases number of phases, 3 in the original
 * @param nodes nodes of each phase, 2 to {@value MacroPhase#MOST_NODES}, 4 in A4NN
 */
public record NsgaNetMacroSpace(Shape.Image input, int classes, int channels, int phases, int nodes)
        implements SearchSpace<MacroGenome> {
    /** The name of this space in configurations and record trails. */
    public static final String NAME = "nsga-net-macro";

    public NsgaNetMacroSpace {
        MacroPhase.requireNodes(nodes);
        if (classes < 1 || channels < 1 || phases < 1 || phases > 16) {
            throw new ArchitectureException(
                    "A macro space needs at least 1 class and channel and 1 to 16 phases, but had %d, %d and %d"
                            .formatted(classes, channels, phases));
        }
        int smallest = smallestSide(phases);
        if (Math.min(input.height(), input.width()) < smallest) {
            throw new ArchitectureException("A macro space of %d phases needs images of at least %d×%d, but had %s"
                    .formatted(phases, smallest, smallest, input));
        }
    }

    /** The space of the original: three phases of four nodes. */
    public NsgaNetMacroSpace(Shape.Image input, int classes, int channels) {
        this(input, classes, channels, 3, 4);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MacroGenome random(RandomGenerator random) {
        BitSet bits = new BitSet();
        for (int bit = 0; bit < length(); bit++) {
            bits.set(bit, random.nextBoolean());
        }
        return MacroGenome.of(phases, nodes, bits);
    }

    @Override
    public MacroGenome crossover(MacroGenome first, MacroGenome second, RandomGenerator random) {
        return MacroVariation.twoPoint(first, second, random);
    }

    @Override
    public MacroGenome mutate(MacroGenome genome, RandomGenerator random) {
        return MacroVariation.polynomial(genome, random);
    }

    @Override
    public Architecture decode(MacroGenome genome) {
        return new MacroDecoder(this).decode(genome);
    }

    @Override
    public MacroGenome canonical(MacroGenome genome) {
        return MacroCanon.of(genome);
    }

    @Override
    public String text(MacroGenome genome) {
        return MacroText.write(genome);
    }

    @Override
    public MacroGenome parse(String text) {
        return MacroText.read(text, phases, nodes);
    }

    /** Bits of a genome. */
    public int length() {
        return phases * (MacroPhase.connectionBits(nodes) + 1);
    }

    private static int smallestSide(int phases) {
        return (1 << (phases - 1)) + 2;
    }
}
