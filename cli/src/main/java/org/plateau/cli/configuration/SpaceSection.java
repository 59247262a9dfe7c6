package org.plateau.cli.configuration;

import java.util.OptionalInt;
import org.plateau.workflow.configuration.SpaceSettings;

/** The key {@code space}. */
public sealed interface SpaceSection {
    static SpaceSection standard() {
        return new NsgaNetMacro(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    SpaceSection resolved();

    SpaceSettings settings();

    /**
     * NSGA-Net's macro space.
     *
     * @param channels of the first phase, 16 if left out
     * @param phases 3 if left out
     * @param nodes in each phase, 2 to 8; 4 if left out
     */
    record NsgaNetMacro(OptionalInt channels, OptionalInt phases, OptionalInt nodes) implements SpaceSection {
        public NsgaNetMacro {
            Expect.between(1, 4096, "channels", channels);
            Expect.between(1, 16, "phases", phases);
            Expect.between(2, 8, "nodes", nodes);
        }

        @Override
        public NsgaNetMacro resolved() {
            return new NsgaNetMacro(
                    OptionalInt.of(channels.orElse(16)),
                    OptionalInt.of(phases.orElse(3)),
                    OptionalInt.of(nodes.orElse(4)));
        }

        @Override
        public SpaceSettings settings() {
            return new SpaceSettings.NsgaNetMacro(channels.orElseThrow(), phases.orElseThrow(), nodes.orElseThrow());
        }
    }
}
