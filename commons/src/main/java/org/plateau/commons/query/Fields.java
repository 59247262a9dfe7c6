package org.plateau.commons.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plateau.commons.Status;
import org.plateau.commons.query.Field.Table;
import org.plateau.core.architecture.ArchitectureCounts;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.Fitness;

/** All fields by name. */
public final class Fields {
    private static final String TEST = "test_";

    private static final List<Field> NETWORK = List.of(
            Field.text(Table.NETWORKS, "id", "id", "id of the network"),
            Field.text(Table.SEARCHES, "search", "id", "id of the search that made it"),
            Field.text(Table.SEARCHES, "search_name", "name", "name of that search"),
            Field.number(Table.NETWORKS, "ask", "ask", "its number in the order in which the searcher was asked"),
            Field.number(Table.NETWORKS, "generation", "generation", "generation of the search, from 0"),
            Field.text(Table.NETWORKS, "space", "space", "search space"),
            Field.text(Table.NETWORKS, "genome", "genome", "what the searcher varied"),
            Field.text(Table.NETWORKS, "operator", "operator", "what made the genome: random, crossover+mutation …"),
            Field.text(Table.PARENTS, "parents", "parent", "ids of the networks that its genome was made of; several"),
            Field.text(Table.NETWORKS, "name", "name", "name that someone gave it"),
            Field.text(Table.TAGS, "tag", "tag", "tags that it has now; several"),
            Field.text(Table.NOTES, "note", "text", "notes on it; several"),
            Field.text(
                    Table.NETWORKS, "architecture", "architecture", "hash of the graph, whatever its nodes are named"),
            Field.number(Table.NETWORKS, "parameters", "parameters", "trained values"),
            Field.number(Table.NETWORKS, "mflops", "mflops", "MFLOPs of a forward pass"),
            Field.number(Table.NETWORKS, "flops", "mflops", "the same: in MFLOPs, as everywhere"),
            Field.number(Table.NETWORKS, "horizon", "horizon", "epochs of a full training"),
            Field.text(Table.NETWORKS, "measure", "measure", "name of the fitness measure"),
            Field.choice(
                    Table.NETWORKS,
                    "direction",
                    "direction",
                    names(Direction.values()),
                    "whether more of it is better"),
            Field.number(Table.NETWORKS, "seed", "seed", "seed of the training"),
            Field.choice(Table.NETWORKS, "status", "status", names(Status.values()), "how the latest attempt ended"),
            Field.number(Table.NETWORKS, "epochs", "epochs", "epochs completed"),
            Field.number(Table.NETWORKS, "last", "last_value", "fitness measured last"),
            Field.number(Table.NETWORKS, "best", "best_value", "best fitness measured"),
            Field.number(Table.NETWORKS, "fitness", "fitness", "fitness that the searcher was told"),
            Field.choice(
                    Table.NETWORKS,
                    "fitness_origin",
                    "fitness_origin",
                    names(Fitness.Origin.values()),
                    "where that comes from"),
            Field.text(
                    Table.NETWORKS,
                    "shape",
                    "shape",
                    "kind of its fitness curve once it has ended: learning, delayed …"),
            Field.number(Table.NETWORKS, "seconds", "seconds", "seconds of training"),
            Field.number(Table.NETWORKS, "joules", "joules", "joules of training"),
            Field.text(Table.NETWORKS, "stop_rule", "stop_rule", "rule that stopped it"),
            Field.text(Table.NETWORKS, "stop_reason", "stop_reason", "why, in a sentence"),
            Field.text(Table.NETWORKS, "message", "message", "how the latest attempt ended, in a sentence"),
            Field.number(Table.NETWORKS, "attempts", "attempts", "attempts at training it"),
            Field.time(Table.NETWORKS, "created", "created", "time of its first entry"),
            Field.time(Table.NETWORKS, "updated", "updated", "time of its latest entry"),
            Field.text(Table.DATASETS, "dataset", "name", "name of the dataset"),
            Field.text(Table.DATASETS, "dataset.fingerprint", "fingerprint", "hash of its content and splits"),
            property("classes", "classes"),
            property("channels", "channels of an image"),
            property("height", "rows of an image"),
            property("width", "columns of an image"),
            property("images", "images of all splits"),
            property("train", "images to train on"),
            property("validation", "images to validate on"),
            property("test", "images to test on"),
            property("balance", "smallest class over largest one"),
            property("mean", "mean of the pixels"),
            property("spread", "standard deviation of the pixels"),
            property("noise", "noise of neighbouring pixels, in units of the spread"),
            Field.text(Table.TRAININGS, "optimizer", "optimizer", "sgd or adam"),
            Field.number(Table.TRAININGS, "learning_rate", "learning_rate", "learning rate at the start"),
            Field.number(Table.TRAININGS, "momentum", "momentum", "of sgd"),
            Field.number(Table.TRAININGS, "weight_decay", "weight_decay", "L2 penalty"),
            Field.number(Table.TRAININGS, "batch_size", "batch_size", "images in a step"),
            Field.text(Table.TRAININGS, "schedule", "schedule", "of the learning rate: constant, cosine or step"),
            Field.number(Table.TRAININGS, "gradient_clip", "gradient_clip", "largest norm of a gradient"),
            Field.text(Table.TRAININGS, "retention", "retention", "which checkpoints stay: last, best, every or all"),
            Field.number(Table.GRAPHS, "layers", "layers", "nodes of the graph"),
            Field.number(Table.GRAPHS, "depth", "depth", "nodes on the longest way from input to output"));

    private Fields() {}

    /** The fields that have a fixed name. */
    public static List<Field> fixed() {
        return NETWORK;
    }

    /** The field of a name, in lower case. */
    public static Optional<Field> named(String name) {
        Optional<Field> fixed =
                NETWORK.stream().filter(field -> field.name().equals(name)).findFirst();
        if (fixed.isPresent()) {
            return fixed;
        }
        if (name.startsWith(TEST) && name.length() > TEST.length() && !name.contains(".")) {
            return Optional.of(Field.entry(Table.NETWORKS, name, "test_measures", name, "a measure on the test split"));
        }
        return Optional.empty();
    }

    /** How often an architecture has something, a name of {@link ArchitectureCounts}. */
    static Field count(String name) {
        return Field.entry(Table.GRAPHS, "count(" + name + ")", "counts", name, "how many " + name);
    }

    /** Names to choose from where one is not known. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        NETWORK.forEach(field -> names.add(field.name()));
        names.addAll(List.of("test_accuracy", "test_loss"));
        return names;
    }

    private static Field property(String name, String meaning) {
        return Field.entry(Table.DATASETS, "dataset." + name, "number", name, meaning);
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
