package org.plateau.training.pytorch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a network answered to labelled images, and the measures of it. Computed in double precision. */
final class Scores {
    private final double[] probabilities;
    private final int[] labels;
    private final int classes;
    private final double loss;
    private final int[][] confusion;

    /**
     * Answers to images.
     *
     * @param scores before softmax, image by image, class by class
     * @param labels class of every image
     */
    Scores(float[] scores, int[] labels, int classes) {
        this.labels = labels;
        this.classes = classes;
        probabilities = new double[scores.length];
        confusion = new int[classes][classes];
        double total = 0;
        for (int image = 0; image < labels.length; image++) {
            int first = image * classes;
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = scores[first + c] > scores[first + best] ? c : best;
            }
            confusion[labels[image]][best]++;
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp((double) scores[first + c] - scores[first + best]);
            }
            for (int c = 0; c < classes; c++) {
                probabilities[first + c] = Math.exp((double) scores[first + c] - scores[first + best]) / sum;
            }
            total += Math.log(sum) + scores[first + best] - scores[first + labels[image]];
        }
        loss = total / labels.length;
    }

    /** All measures by name, with the split's prefix ({@code val_}). */
    Map<String, Double> measures(String prefix) {
        return Map.of(
                prefix + "loss", loss(), prefix + "accuracy", accuracy(), prefix + "f1", f1(), prefix + "auc", auc());
    }

    /** Mean cross-entropy, nats. */
    double loss() {
        return loss;
    }

    /** Percent of the images answered rightly. */
    double accuracy() {
        int right = 0;
        for (int c = 0; c < classes; c++) {
            right += confusion[c][c];
        }
        return 100.0 * right / labels.length;
    }

    /** F1 = 2·TP / (2·TP + FP + FN), mean over the classes; 0 for a class that is neither there nor answered. */
    double f1() {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            int present = Arrays.stream(confusion[c]).sum();
            int answered = 0;
            for (int[] row : confusion) {
                answered += row[c];
            }
            sum += present + answered == 0 ? 0 : 2.0 * confusion[c][c] / (present + answered);
        }
        return sum / classes;
    }

    /**
     * Area under the ROC curve of each class against the rest, mean over the classes that are there and not alone (the
     * Mann-Whitney statistic, ties count half). NaN where a score is no number or no class qualifies.
     */
    double auc() {
        double sum = 0;
        int counted = 0;
        for (int c = 0; c < classes; c++) {
            int present = Arrays.stream(confusion[c]).sum();
            if (present > 0 && present < labels.length) {
                sum += auc(c, present);
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }

    private double auc(int label, int present) {
        double[] inside = new double[present];
        double[] outside = new double[labels.length - present];
        int in = 0;
        int out = 0;
        for (int image = 0; image < labels.length; image++) {
            double probability = probabilities[image * classes + label];
            if (Double.isNaN(probability)) {
                return Double.NaN;
            }
            if (labels[image] == label) {
                inside[in++] = probability;
            } else {
                outside[out++] = probability;
            }
        }
        Arrays.sort(inside);
        Arrays.sort(outside);
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (double probability : inside) {
            while (below < outside.length && outside[below] < probability) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < outside.length && outside[upTo] <= probability) {
                upTo++;
            }
            wins += (below + upTo) / 2.0;
        }
        return wins / ((double) inside.length * outside.length);
    }

    /** Images by true class (rows) and answered class (columns). */
    List<List<Integer>> confusion() {
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : confusion) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return rows;
    }
}
