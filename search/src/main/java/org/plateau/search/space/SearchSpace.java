package org.plateau.search.space;

import java.util.random.RandomGenerator;
import org.plateau.core.architecture.Architecture;

/**
 * The networks that a search may propose: genomes, how they vary, and the architecture graphs they decode to.
 *
 * <p>A space is immutable, and its methods depend on nothing but their arguments; all randomness is handed in.
 *
 * @param <G> the genome, an immutable value with {@code equals} and {@code hashCode}
 */
public interface SearchSpace<G> {
    /** The name by which configurations and record trails know this space, such as {@code nsga-net-macro}. */
    String name();

    /** A genome drawn uniformly. */
    G random(RandomGenerator random);

    /** A child of two parents. */
    G crossover(G first, G second, RandomGenerator random);

    /** A genome with small random changes, possibly none. */
    G mutate(G genome, RandomGenerator random);

    /** The network that a genome stands for. Equal genomes give equal graphs. */
    Architecture decode(G genome);

    /**
     * One genome that stands for all genomes whose networks compute the same functions. Searchers call two genomes
     * duplicates where these are equal. A space that knows nothing better returns the genome itself.
     */
    G canonical(G genome);

    /** The text form of a genome: one line, stable over versions; {@link #parse} reads it back. */
    String text(G genome);

    /**
     * Reads a genome from its text form.
     *
     * @throws GenomeException if the text is no genome of this space
     */
    G parse(String text);

    /**
     * The network that a genome in its text form stands for.
     *
     * @throws GenomeException if the text is no genome of this space
     */
    default Architecture architecture(String text) {
        return decode(parse(text));
    }
}
