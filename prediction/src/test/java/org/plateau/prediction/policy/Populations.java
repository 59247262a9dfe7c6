package org.plateau.prediction.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Policy;
import org.plateau.prediction.Population;

/** Trains whole populations under a policy, for tests: network i is called "i", epochs are 1, 2, 3 … */
final class Populations {
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    private static final FitnessMeasure LOSS = FitnessMeasure.named("val_loss");

    private Populations() {}

    static Population at(Direction direction, double[][] values, int[] epochs) {
        List<Population.Member> members = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            members.add(new Population.Member(
                    Integer.toString(i), curve(values[i]).first(epochs[i]), epochs[i] == values[i].length));
        }
        return new Population(direction == Direction.MAXIMIZE ? ACCURACY : LOSS, values[0].length, members);
    }

    static LearningCurve curve(double... values) {
        double[] epochs = new double[values.length];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = i + 1;
        }
        return LearningCurve.of(epochs, values);
    }

    /** Epochs that each network was trained for when the policy is done. */
    static int[] train(Policy policy, Direction direction, double[][] values) {
        int[] epochs = new int[values.length];
        Map<String, Double> next = new HashMap<>(policy.next(at(direction, values, epochs)));
        for (int round = 0; !next.isEmpty(); round++) {
            if (round > 1000) {
                throw new AssertionError("The policy never ends");
            }
            for (Map.Entry<String, Double> target : next.entrySet()) {
                int network = Integer.parseInt(target.getKey());
                int reached = Math.min(values[network].length, (int) Math.ceil(target.getValue()));
                if (reached <= epochs[network]) {
                    throw new AssertionError("Network %d is at epoch %d, but is sent to %s"
                            .formatted(network, epochs[network], target.getValue()));
                }
                epochs[network] = reached;
            }
            next = new HashMap<>(policy.next(at(direction, values, epochs)));
        }
        return epochs;
    }

    static double[][] random(java.util.Random random, int networks, int epochs) {
        double[][] values = new double[networks][];
        for (int i = 0; i < networks; i++) {
            values[i] = random.doubles(epochs)
                    .map(value -> random.nextInt(20) == 0 ? Double.NaN : Math.floor(30 * value))
                    .toArray();
        }
        return values;
    }
}
