package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.trail.Ending;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.search.pareto.Costs;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;

/** Turns what an attempt recorded into the values of the objectives. */
final class Scores {
    private final List<Objective> objectives;
    private final TrainingConfiguration training;

    Scores(SearchConfiguration configuration) {
        this.objectives = configuration.objectives();
        this.training = configuration.training();
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
        return flaw(architecture, end).isPresent()
                ? Optional.empty()
                : Optional.of(new Score(values(architecture, end), measured(end)));
    }

    /** Why an attempt that ended has no values, empty where it has. */
    Optional<String> flaw(Architecture architecture, AttemptEnded end) {
        if (end.ending() == Ending.DIVERGED) {
            return Optional.of(end.message());
        }
        List<Double> values = values(architecture, end);
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isFinite(values.get(i))) {
                return Optional.of("%s was %s".formatted(objectives.get(i).name(), values.get(i)));
            }
        }
        return Optional.empty();
    }

    private boolean measured(AttemptEnded end) {
        return end.ending() == Ending.COMPLETED
                || objectives.stream().allMatch(objective -> objective.known() || objective.rate());
    }

    private List<Double> values(Architecture architecture, AttemptEnded end) {
        return objectives.stream()
                .map(objective -> value(objective, architecture, end))
                .toList();
    }

    /** The values as costs, all of them to be minimised. */
    Costs costs(Score score) {
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < score.values().size(); i++) {
            costs.add(objectives
                    .get(i)
                    .measure()
                    .direction()
                    .asCost(score.values().get(i)));
        }
        return new Costs(costs);
    }

    /** A score with another value of the fitness that is predicted; itself where that is no objective. */
    Score withFitness(Score score, double value) {
        List<Double> values = new ArrayList<>(score.values());
        for (int i = 0; i < values.size(); i++) {
            if (objectives.get(i).name().equals(training.fitness().name())) {
                values.set(i, value);
            }
        }
        return new Score(List.copyOf(values), score.measured());
    }

    private double value(Objective objective, Architecture architecture, AttemptEnded end) {
        String name = objective.name();
        if (name.equals(Objective.MFLOPS)) {
            return architecture.flops() / 1e6;
        }
        if (name.equals(Objective.PARAMETERS)) {
            return architecture.parameters();
        }
        if (name.equals(training.fitness().name())) {
            return end.fitness().map(fitness -> fitness.value()).orElse(Double.NaN);
        }
        Double recorded = end.series().get(name);
        if (recorded == null) {
            throw new UnknownObjectiveException(
                    "The objective %s was not recorded in the training of %s; recorded were %s"
                            .formatted(name, end.network(), end.series().keySet()));
        }
        return objective.rate() ? recorded / end.epoch() * training.epochs() : recorded;
    }
}
