package org.plateau.cli.configuration;

import java.util.Optional;
import java.util.OptionalInt;
import org.plateau.search.searchers.Novelty;
import org.plateau.search.searchers.NsgaIISettings;
import org.plateau.workflow.configuration.SearcherSettings;

/** The key {@code searcher}. */
public sealed interface SearcherSection {
    static SearcherSection standard() {
        return new NsgaIi(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    SearcherSection resolved();

    SearcherSettings settings();

    /**
     * NSGA-II.
     *
     * @param population 10 if left out
     * @param offspring as many as the population if left out
     * @param pace {@code steady} (nothing waits) if left out, or {@code generational}
     * @param novelty what is never asked for twice: {@code network} if left out, or {@code genome}
     */
    record NsgaIi(
            OptionalInt population,
            OptionalInt offspring,
            Optional<NsgaIISettings.Pace> pace,
            Optional<Novelty> novelty)
            implements SearcherSection {
        public NsgaIi {
            Expect.atLeast(2, "population", population);
            Expect.atLeast(1, "offspring", offspring);
        }

        @Override
        public NsgaIi resolved() {
            int members = population.orElse(10);
            return new NsgaIi(
                    OptionalInt.of(members),
                    OptionalInt.of(offspring.orElse(members)),
                    Optional.of(pace.orElse(NsgaIISettings.Pace.STEADY)),
                    Optional.of(novelty.orElse(Novelty.NETWORK)));
        }

        @Override
        public SearcherSettings settings() {
            return new SearcherSettings.Nsga2(new NsgaIISettings(
                    population.orElseThrow(), offspring.orElseThrow(), pace.orElseThrow(), novelty.orElseThrow()));
        }
    }

    /** Networks drawn at random; {@code novelty} as above. */
    record Random(Optional<Novelty> novelty) implements SearcherSection {
        @Override
        public Random resolved() {
            return new Random(Optional.of(novelty.orElse(Novelty.NETWORK)));
        }

        @Override
        public SearcherSettings settings() {
            return new SearcherSettings.Random(novelty.orElseThrow());
        }
    }
}
