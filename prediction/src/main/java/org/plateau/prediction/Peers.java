package org.plateau.prediction;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/**
 * What else the search is doing: the trainings under way and the front so far. Immutable.
 *
 * @param version grows with every change, 0 is no peers; recorded with every verdict
 * @param objectives what the search optimises, the fitness first
 * @param running trainings under way
 * @param front the members of the current Pareto front
 * @param leaders the networks with the best fitness told so far, the best first, {@value #LEADERS} at most
 */
public record Peers(
        long version,
        List<FitnessMeasure> objectives,
        List<Running> running,
        List<Member> front,
        List<Member> leaders) {
    /** How many leaders are known at most. */
    public static final int LEADERS = 100;

    private static final Peers NONE = new Peers(0, List.of(), List.of(), List.of(), List.of());

    public Peers {
        if (version < 0) {
            throw new IllegalArgumentException("The peers' version must be ≥ 0, but was " + version);
        }
        objectives = List.copyOf(objectives);
        running = List.copyOf(running);
        front = List.copyOf(front);
        leaders = List.copyOf(leaders.subList(0, Math.min(LEADERS, leaders.size())));
    }

    /** Peers of which no leaders are known. */
    public Peers(long version, List<FitnessMeasure> objectives, List<Running> running, List<Member> front) {
        this(version, objectives, running, front, List.of());
    }

    /** Nobody else is known. */
    public static Peers none() {
        return NONE;
    }

    /** A training under way: its network and its fitness so far. */
    public record Running(String network, LearningCurve fitness) {}

    /** A network on the front with the values of the objectives, by measure name. */
    public record Member(String network, Map<String, Double> values) {
        public Member {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }
}
