package org.plateau.workflow.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plateau.core.architecture.Addition;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Concatenation;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.LayerCost;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.prediction.Observation;

/**
 * The numbers that are known of a network and its task before it trains: the same for a training under way and for a
 * finished one, so that they can be compared.
 *
 * <p>Of the architecture graph: {@code mflops}, {@code parameters}, {@code layers}, {@code depth} (layers on the longest
 * way through), {@code convolutions}, {@code merges} (layers that join several others), {@code skips} (connections beyond
 * the first that they join), {@code width} (mean output channels of a convolution), and {@code stage_N_convolutions} and
 * {@code stage_N_merges}, where a stage is what computes on images of one size, counted from the largest. Of the dataset:
 * {@code dataset_classes}, {@code dataset_images} (of the training split), {@code dataset_channels}, {@code
 * dataset_pixels} (of one channel), {@code dataset_balance}. Where the fitness is an accuracy: {@code chance}.
 */
public final class NetworkFeatures {
    private NetworkFeatures() {}

    public static Map<String, Double> of(Architecture architecture, DatasetProperties dataset, FitnessMeasure fitness) {
        Map<String, Double> features = new TreeMap<>();
        graph(architecture, features);
        features.put("dataset_classes", (double) dataset.classes().size());
        features.put("dataset_images", (double)
                dataset.train().stream().mapToInt(Integer::intValue).sum());
        features.put("dataset_channels", (double) dataset.shape().channels());
        features.put(
                "dataset_pixels",
                (double) dataset.shape().height() * dataset.shape().width());
        features.put("dataset_balance", dataset.balance());
        features.putAll(chance(dataset, fitness));
        return features;
    }

    /** What guessing gives, where that is known. */
    public static Map<String, Double> chance(DatasetProperties dataset, FitnessMeasure fitness) {
        return fitness.name().endsWith("_accuracy")
                ? Map.of(Observation.CHANCE, chance(dataset.validation()))
                : Map.of();
    }

    private static void graph(Architecture architecture, Map<String, Double> features) {
        List<LayerCost> costs = architecture.costs();
        Map<String, Integer> depths = new HashMap<>();
        Set<Integer> sizes = new HashSet<>();
        int merges = 0;
        int skips = 0;
        int convolutions = 0;
        double channels = 0;
        long flops = 0;
        long parameters = 0;
        for (LayerCost cost : costs) {
            List<String> inputs = cost.node().inputs();
            int before = inputs.stream()
                    .mapToInt(input -> depths.getOrDefault(input, 0))
                    .max()
                    .orElse(0);
            depths.put(cost.node().name(), before + 1);
            flops += cost.flops();
            parameters += cost.parameters();
            if (cost.node().layer() instanceof Convolution convolution) {
                convolutions++;
                channels += convolution.channels();
                count(cost, "convolutions", sizes, features);
            } else if (isMerge(cost)) {
                merges++;
                skips += inputs.size() - 1;
                count(cost, "merges", sizes, features);
            }
        }
        features.put("mflops", flops / 1e6);
        features.put("parameters", (double) parameters);
        features.put("layers", (double) costs.size());
        features.put("depth", (double)
                depths.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        features.put("convolutions", (double) convolutions);
        features.put("merges", (double) merges);
        features.put("skips", (double) skips);
        features.put("width", convolutions == 0 ? 0 : channels / convolutions);
    }

    private static boolean isMerge(LayerCost cost) {
        return cost.node().inputs().size() > 1
                && (cost.node().layer() instanceof Addition || cost.node().layer() instanceof Concatenation);
    }

    /** Layers come in order, and images never grow on their way: a size that is new begins a stage. */
    private static void count(LayerCost cost, String what, Set<Integer> sizes, Map<String, Double> features) {
        if (cost.output() instanceof Shape.Image image) {
            sizes.add(image.height());
            String stage = "stage_%d_".formatted(sizes.size());
            features.merge(stage + what, 1.0, Double::sum);
            features.putIfAbsent(stage + "convolutions", 0.0);
            features.putIfAbsent(stage + "merges", 0.0);
        }
    }

    /** Percent right when the largest class is always answered. */
    private static double chance(List<Integer> validation) {
        int all = validation.stream().mapToInt(Integer::intValue).sum();
        int largest = validation.stream().mapToInt(Integer::intValue).max().orElse(0);
        return all == 0 ? 0 : 100.0 * largest / all;
    }
}
