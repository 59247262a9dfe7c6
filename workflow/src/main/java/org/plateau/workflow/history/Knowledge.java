package org.plateau.workflow.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.prediction.History;
import org.plateau.prediction.Peers;
import org.plateau.search.pareto.Costs;
import org.plateau.search.pareto.ParetoFront;
import org.plateau.search.pareto.Point;

/**
 * What one attempt knows of its search: a version of the run's history, for the engine and for the rules.
 *
 * @param history finished trainings
 * @param peers the best networks told, and the front
 */
public record Knowledge(History history, Peers peers) {
    private static final Knowledge NONE = new Knowledge(History.none(), Peers.none());

    /** Nothing is known. */
    public static Knowledge none() {
        return NONE;
    }

    /**
     * What lines of a history tell of a search.
     *
     * @param history made from the same lines
     * @param lines as many as the version has
     * @param fitness the measure that is predicted
     * @param objectives what the search optimises, in the order of its configuration
     */
    static Knowledge of(
            History history, List<HistoryLine> lines, FitnessMeasure fitness, List<FitnessMeasure> objectives) {
        List<FitnessMeasure> fitnessFirst = new ArrayList<>(List.of(fitness));
        objectives.stream().filter(objective -> !objective.equals(fitness)).forEach(fitnessFirst::add);
        List<Peers.Member> told = lines.stream()
                .filter(line -> !line.values().isEmpty())
                .map(line -> new Peers.Member(line.training().network(), line.values()))
                .toList();
        return new Knowledge(
                history,
                new Peers(history.version(), fitnessFirst, List.of(), front(told, objectives), leaders(told, fitness)));
    }

    /** The best first, those told first first among equals. */
    private static List<Peers.Member> leaders(List<Peers.Member> told, FitnessMeasure fitness) {
        return told.stream()
                .filter(member -> Double.isFinite(cost(member, fitness)))
                .sorted(Comparator.comparingDouble(member -> cost(member, fitness)))
                .limit(Peers.LEADERS)
                .toList();
    }

    private static List<Peers.Member> front(List<Peers.Member> told, List<FitnessMeasure> objectives) {
        List<Point> points = new ArrayList<>();
        for (Peers.Member member : told) {
            List<Double> costs = objectives.stream()
                    .map(objective -> cost(member, objective))
                    .toList();
            if (!costs.isEmpty() && costs.stream().allMatch(Double::isFinite)) {
                points.add(new Point(member.network(), new Costs(costs)));
            }
        }
        Set<String> front = new HashSet<>();
        ParetoFront.of(points).points().forEach(point -> front.add(point.id()));
        return told.stream().filter(member -> front.contains(member.network())).toList();
    }

    private static double cost(Peers.Member member, FitnessMeasure measure) {
        return measure.direction().asCost(member.values().getOrDefault(measure.name(), Double.NaN));
    }
}
