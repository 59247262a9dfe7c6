package org.plateau.workflow.configuration;

import java.util.List;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.prediction.PredictionSettings;

/**
 * Everything that a search depends on, resolved: no default is left open.
 *
 * @param name of the search, and of its run folder
 * @param seed from which all randomness of the search is drawn
 * @param dataset what networks are trained on
 * @param space what they are made from
 * @param searcher how genomes are proposed
 * @param objectives what is optimised, at least one
 * @param training how each network is trained
 * @param prediction how its end is foreseen, and when it is stopped
 * @param learnsFromCommons whether forecasts are also made from trainings that the data commons has when the search
 *     begins
 * @param budget when the search ends
 * @param order in which results are told
 * @param execution where and how trainings run
 */
public record SearchConfiguration(
        String name,
        long seed,
        DatasetSpecification dataset,
        SpaceSettings space,
        SearcherSettings searcher,
        List<Objective> objectives,
        TrainingConfiguration training,
        PredictionSettings prediction,
        boolean learnsFromCommons,
        Budget budget,
        Order order,
        ExecutionSettings execution) {
    public SearchConfiguration {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "name must be up to 64 letters, digits, dots, underscores and dashes, but was \"" + name + "\"");
        }
        objectives = List.copyOf(objectives);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("objectives must name at least one measure, but was empty");
        }
        if (objectives.stream().map(Objective::name).distinct().count() < objectives.size()) {
            throw new IllegalArgumentException("objectives must be different measures, but were " + objectives);
        }
    }

    /** When results are told to the searcher. */
    public enum Order {
        /** In the order they were asked for: repeatable. */
        SUBMISSION,
        /** As they come: never waits. */
        COMPLETION
    }
}
