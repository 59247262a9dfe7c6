package org.plateau.commons;

import java.util.List;
import org.plateau.core.trail.Annotation;

/**
 * Where a network comes from and what became of it.
 *
 * @param parents ids of the networks that its genome was made of
 * @param children ids of the networks whose genomes were made of its own
 * @param said of it, in the order of time
 * @param mentions what was said of other networks that tells of this one
 */
public record Kinship(List<String> parents, List<String> children, List<Annotation> said, List<Annotation> mentions) {
    public Kinship {
        parents = List.copyOf(parents);
        children = List.copyOf(children);
        said = List.copyOf(said);
        mentions = List.copyOf(mentions);
    }

    /** The tags that it has now. */
    public List<String> tags() {
        return List.copyOf(AnnotationEffects.tags(said));
    }
}
