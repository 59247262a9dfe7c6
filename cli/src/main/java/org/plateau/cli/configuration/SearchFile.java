package org.plateau.cli.configuration;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plateau.commons.CommonsPlace;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.workflow.attempt.WeightSelection;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.configuration.SearchConfiguration.Order;

/**
 * A search's configuration file: what a user writes, with defaults for what is left out. Its keys are the names of the
 * components in kebab-case.
 *
 * @param name of the search and its run folder; the file's name without its ending if left out
 * @param seed 1 if left out
 * @param dataset what is trained on
 * @param space NSGA-Net's macro space if left out
 * @param searcher NSGA-II if left out
 * @param objectives measures that are optimised; validation accuracy and MFLOPs if left out
 * @param training how
 * @param termination a preset's name, or an engine with rules; {@code plateau} if left out
 * @param budget when to end
 * @param order {@code submission} if left out
 * @param execution one worker for each processor if left out
 * @param commons database of the data commons: a file, or {@code jdbc:postgresql:…}
 * @param store folder of its record trails, where it is on a server
 * @param commonsWeights whose epochs' weights it keeps, {@code best} if left out
 */
@JsonPropertyOrder({
    "name",
    "seed",
    "dataset",
    "space",
    "searcher",
    "objectives",
    "training",
    "termination",
    "budget",
    "order",
    "execution",
    "commons",
    "store",
    "commons-weights"
})
public record SearchFile(
        Optional<String> name,
        OptionalLong seed,
        DatasetSection dataset,
        Optional<SpaceSection> space,
        Optional<SearcherSection> searcher,
        Optional<List<String>> objectives,
        TrainingSection training,
        Optional<TerminationSection> termination,
        BudgetSection budget,
        Optional<Order> order,
        Optional<ExecutionSection> execution,
        Optional<String> commons,
        Optional<Path> store,
        Optional<WeightSelection> commonsWeights) {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    public SearchFile {
        Expect.matches(NAME, "name", name, "up to 64 letters, digits, dots, underscores and dashes");
        objectives = objectives.map(List::copyOf);
        objectives.ifPresent(SearchFile::requireObjectives);
    }

    private static void requireObjectives(List<String> names) {
        Expect.that(!names.isEmpty(), "objectives", names, "at least one measure");
        for (int i = 0; i < names.size(); i++) {
            String key = "objectives[%d]".formatted(i + 1);
            Measures.require(key, names.get(i), Measures.OBJECTIVES);
            Expect.that(names.indexOf(names.get(i)) == i, key, names.get(i), "each measure once");
        }
    }

    /** What the command line says instead of the file. */
    public record Overrides(
            Optional<Integer> workers,
            Optional<String> device,
            Optional<Long> seed,
            Optional<String> commons,
            Optional<Path> store) {
        public static Overrides none() {
            return new Overrides(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** This file with nothing left out. */
    public SearchFile resolved(String defaultName, String defaultCommons, Overrides overrides) {
        return new SearchFile(
                Optional.of(name.orElse(defaultName)),
                OptionalLong.of(overrides.seed().orElse(seed.orElse(1))),
                dataset.resolved(),
                Optional.of(space.orElse(SpaceSection.standard()).resolved()),
                Optional.of(searcher.orElse(SearcherSection.standard()).resolved()),
                Optional.of(objectives.orElse(List.of("val_accuracy", Objective.MFLOPS))),
                training.resolved(),
                Optional.of(termination.orElse(TerminationSection.standard()).resolved()),
                budget,
                Optional.of(order.orElse(Order.SUBMISSION)),
                Optional.of(execution.orElse(ExecutionSection.standard()).resolved(overrides)),
                Optional.of(overrides.commons().or(() -> commons).orElse(defaultCommons)),
                overrides.store().or(() -> store),
                Optional.of(commonsWeights.orElse(WeightSelection.BEST)));
    }

    /** This file as it may be kept: without the password of a server. */
    SearchFile withoutPassword() {
        return new SearchFile(
                name,
                seed,
                dataset,
                space,
                searcher,
                objectives,
                training,
                termination,
                budget,
                order,
                execution,
                commons.map(CommonsPlace::withoutPassword),
                store,
                commonsWeights);
    }

    /** The configuration of a resolved file. */
    public SearchConfiguration configuration() {
        return new SearchConfiguration(
                name.orElseThrow(),
                seed.orElseThrow(),
                dataset.specification(),
                space.orElseThrow().settings(),
                searcher.orElseThrow().settings(),
                objectives.orElseThrow().stream()
                        .map(measure -> new Objective(FitnessMeasure.named(measure)))
                        .toList(),
                training.configuration(),
                termination.orElseThrow().settings(),
                termination.orElseThrow().learnsFromCommons(),
                budget.budget(),
                order.orElseThrow(),
                execution.orElseThrow().settings());
    }
}
