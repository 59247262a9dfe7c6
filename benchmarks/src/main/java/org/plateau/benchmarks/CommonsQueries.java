package org.plateau.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsPlace;
import org.plateau.commons.CommonsStore;
import org.plateau.commons.NetworkSearch;
import org.plateau.commons.SimilarNetwork;
import org.plateau.commons.query.Column;
import org.plateau.commons.query.ConditionParser;
import org.plateau.commons.query.Order;

/**
 * How long questions to a commons take that {@link CommonsFill} has filled: the first time, and the median of several.
 *
 * <p>Arguments: the commons as {@code --commons} takes it, the folder of its store, the number of networks.
 */
public final class CommonsQueries {
    private static final int REPEATS = 7;
    private static final int LISTED = 100;
    private static final double SHARE = 0.01;

    private final CommonsStore commons;
    private final int networks;

    private CommonsQueries(CommonsStore commons, int networks) {
        this.commons = commons;
        this.networks = networks;
    }

    /** Prints a line of a Markdown table for each question. */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        try (CommonsStore commons = Commons.open(CommonsPlace.of(arguments[0], Optional.of(Path.of(arguments[1]))))) {
            new CommonsQueries(commons, Integer.parseInt(arguments[2])).run();
        }
        System.out.printf("%npeak memory while answering: %.0f MiB%n", ResidentMemory.peak() / 1048576.0);
    }

    private void run() {
        System.out.println("| question | found | first, ms | median, ms | target, ms |");
        System.out.println("|---|---:|---:|---:|---:|");
        // The first question pays for loading classes.
        commons.search(search("ask = -1", "updated desc"));
        ask("(fitness > 97 AND mflops < 200) OR generation = 9", "updated desc", 50);
        ask("(fitness > 97 AND mflops < 200) OR generation = 9", "mflops", 50);
        ask("(fitness > 99.99 AND mflops < 200) OR mflops < 1", "updated desc", 50);
        ask("(fitness > 99.99 AND mflops < 200) OR mflops < 1", "fitness desc", 50);
        ask("(fitness > 99.9999 OR last > 100.49) AND parameters > 1000", "updated desc", 50);
        for (String function : List.of(
                "best(val_accuracy)", "last(val_accuracy)", "val_accuracy@5", "best(val_loss)", "val_loss@50")) {
            boolean loss = function.contains("loss");
            ask("%s %s %s".formatted(function, loss ? "<=" : ">=", quantile(function, loss)), "updated desc", 500);
        }
        ask("val_accuracy@5 >= 90 AND mflops < 200", "val_accuracy@5 desc", 500);
        for (int value : new int[] {50, 90, 97, 100}) {
            ask("epochs_to(val_accuracy, %d) <= 10".formatted(value), "updated desc", 5000);
        }
        ask("epochs_to(val_accuracy, 97) IS NOT NULL", "epochs_to(val_accuracy, 97)", 5000);
        ask("best(val_accuracy) > 99 AND NOT last(val_accuracy) > 99", "updated desc", 1000);
        ask("layers > 60 AND has(skip) AND count(conv3x3) <= 14", "updated desc", 1000);
        String id = commons.search(search("ask = 50", "updated"))
                .networks()
                .get(0)
                .network()
                .id();
        ask("similar('%s') > 0.8".formatted(id), "updated desc", 1000);
        row("similar %s".formatted(id), 1000, () -> commons.similar(id, LISTED).size());
        List<SimilarNetwork> similar = commons.similar(id, LISTED);
        System.out.printf(
                "%nThe %dth most similar of %d networks has similarity %.4f.%n",
                similar.size(), networks, similar.get(similar.size() - 1).similarity());
    }

    private void ask(String condition, String order, int target) {
        NetworkSearch search = search(condition, order);
        row("`%s`, by %s".formatted(condition, order), target, () -> commons.search(search)
                .networks()
                .size());
    }

    private static void row(String question, int target, IntSupplier work) {
        double[] millis = new double[REPEATS];
        int found = 0;
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            found = work.getAsInt();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf("| %s | %d | %.1f | %.1f | %d |%n", question, found, first, millis[REPEATS / 2], target);
    }

    /** The value of a function that one in a hundred networks reaches. */
    private double quantile(String function, boolean smallest) {
        NetworkSearch search = new NetworkSearch(
                Optional.empty(),
                Optional.empty(),
                Order.parse(function + (smallest ? "" : " desc")),
                Math.max(1, (int) (SHARE * networks)),
                Optional.empty(),
                List.of());
        var found = commons.search(search).networks();
        String last = found.get(found.size() - 1).network().id();
        NetworkSearch one = new NetworkSearch(
                Optional.of(ConditionParser.parse("id = '%s'".formatted(last))),
                Optional.empty(),
                Order.newest(),
                1,
                Optional.empty(),
                Column.parse(function));
        return (Double) commons.search(one).networks().get(0).values().get(0).orElseThrow();
    }

    private static NetworkSearch search(String condition, String order) {
        return new NetworkSearch(
                Optional.of(ConditionParser.parse(condition)),
                Optional.empty(),
                Order.parse(order),
                LISTED,
                Optional.empty(),
                List.of());
    }
}
