package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.trail.Ending;
import org.plateau.search.pareto.Costs;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;

/** Turns what an attempt recorded into the values of the objectives. */
final class Scores {
    private final SearchConfiguration configuration;

    Scores(SearchConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * Values of the objectives of one network.
     *
     * @param values in the order of the objectives, in the measures' units
     * @param measured whether none of them was predicted
     */
    record Score(List<Double> values, boolean measured) {}

    /**
     * The values of an attempt that ended, or empty where it diverged or a value is no number.
     *
     * @throws UnknownObjectiveException if an objective was not recorded at all
     */
    Optional<Score> of(Architecture architecture, AttemptEnded end) {
        List<Double> values = new ArrayList<>();
        for (Objective objective : configuration.objectives()) {
            double value = value(objective, architecture, end);
            if (!Double.isFinite(value)) {
                return Optional.empty();
            }
            values.add(value);
        }
        boolean predicted = end.ending() != Ending.COMPLETED
                && configuration.objectives().stream().anyMatch(objective -> !objective.known() && !objective.rate());
        return Optional.of(new Score(List.copyOf(values), !predicted));
    }

    /** The values as costs, all of them to be minimised. */
    Costs costs(Score score) {
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < score.values().size(); i++) {
            costs.add(configuration
                    .objectives()
                    .get(i)
                    .measure()
                    .direction()
                    .asCost(score.values().get(i)));
        }
        return new Costs(costs);
    }

    private double value(Objective objective, Architecture architecture, AttemptEnded end) {
        String name = objective.name();
        if (name.equals(Objective.MFLOPS)) {
            return architecture.flops() / 1e6;
        }
        if (name.equals(Objective.PARAMETERS)) {
            return architecture.parameters();
        }
        if (end.ending() == Ending.DIVERGED) {
            return Double.NaN;
        }
        if (name.equals(configuration.training().fitness().name())) {
            return end.fitness().map(fitness -> fitness.value()).orElse(Double.NaN);
        }
        Double recorded = end.series().get(name);
        if (recorded == null) {
            throw new UnknownObjectiveException(
                    "The objective %s was not recorded in the training of %s; recorded were %s"
                            .formatted(name, end.network(), end.series().keySet()));
        }
        return objective.rate()
                ? recorded / end.epoch() * configuration.training().epochs()
                : recorded;
    }
}
