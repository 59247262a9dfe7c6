package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.prediction.Policy;
import org.plateau.prediction.Population;
import org.plateau.prediction.Population.Member;

/**
 * Replays a group under a policy that sees all networks at once. A network that the policy leaves unfinished is recorded
 * with the value that was measured last, the worst of the scale where that is no number.
 */
public final class PolicyReplay {
    private final ReplayGroup group;

    public PolicyReplay(ReplayGroup group) {
        this.group = group;
    }

    /** What the search came to when the policy wanted nothing more. */
    public Replayed run(Policy policy) {
        List<ReplayTraining> trainings = group.seen(Sight.FITNESS);
        int[] points = new int[trainings.size()];
        Map<String, Double> next = policy.next(population(trainings, points));
        while (!next.isEmpty()) {
            boolean moved = false;
            for (int i = 0; i < points.length; i++) {
                Double target = next.get(key(i));
                int before = points[i];
                int size = trainings.get(i).fitness().size();
                while (target != null && points[i] < size && !reached(trainings.get(i), points[i], target)) {
                    points[i]++;
                }
                moved |= points[i] > before;
            }
            if (!moved) {
                throw new IllegalStateException(policy.name() + " asks for epochs that were trained already");
            }
            next = policy.next(population(trainings, points));
        }
        List<Outcome> outcomes = new ArrayList<>(points.length);
        for (int i = 0; i < points.length; i++) {
            outcomes.add(outcome(trainings.get(i), points[i]));
        }
        return new Replayed(outcomes, true, Double.NaN);
    }

    private static boolean reached(ReplayTraining training, int points, double target) {
        return points > 0 && training.fitness().epoch(points - 1) >= target;
    }

    /** Ids need not be unique within a source, places are. */
    private static String key(int index) {
        return Integer.toString(index);
    }

    private Population population(List<ReplayTraining> trainings, int[] points) {
        List<Member> members = new ArrayList<>(points.length);
        for (int i = 0; i < points.length; i++) {
            var curve = trainings.get(i).fitness();
            members.add(new Member(key(i), curve.first(points[i]), points[i] == curve.size()));
        }
        return new Population(group.fitness(), group.horizon(), members);
    }

    private static Outcome outcome(ReplayTraining training, int points) {
        if (points == training.fitness().size()) {
            return SearchReplay.measured(training);
        }
        double last = points == 0 ? Double.NaN : training.fitness().value(points - 1);
        return new Outcome(
                points == 0 ? 0 : training.fitness().epoch(points - 1),
                training.end(),
                Double.isFinite(last) ? last : ReplayGroup.WORST,
                training.truth(),
                true,
                Optional.empty());
    }
}
