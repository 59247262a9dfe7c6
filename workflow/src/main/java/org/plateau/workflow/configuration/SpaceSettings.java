package org.plateau.workflow.configuration;

import org.plateau.core.architecture.Shape;
import org.plateau.search.nsganet.NsgaNetMacroSpace;
import org.plateau.search.space.SearchSpace;

/** A search space before the dataset gave it the shape of its images and the number of its classes. */
public sealed interface SpaceSettings {
    /** The space over a dataset's images. */
    SearchSpace<?> space(Shape.Image image, int classes);

    /**
     * NSGA-Net's macro space.
     *
     * @param channels of the first phase
     * @param phases number of phases
     * @param nodes nodes of each phase
     */
    record NsgaNetMacro(int channels, int phases, int nodes) implements SpaceSettings {
        public NsgaNetMacro {
            // The space checks its own numbers; the largest image it could meet makes only these three matter.
            new NsgaNetMacroSpace(new Shape.Image(1, 1 << 20, 1 << 20), 2, channels, phases, nodes);
        }

        @Override
        public SearchSpace<?> space(Shape.Image image, int classes) {
            return new NsgaNetMacroSpace(image, classes, channels, phases, nodes);
        }
    }
}
