package org.plateau.commons;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plateau.commons.query.Condition;
import org.plateau.commons.query.Operand;
import org.plateau.core.architecture.ArchitectureCounts;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.similarity.WeisfeilerLehman;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;
import org.plateau.core.training.Optimizer;

/** What a condition says of networks in memory: the obvious way, for the database's to be compared with. */
final class ConditionOracle {
    private final Map<String, NetworkGenerated> others;

    /** @param others networks by id, to compare graphs with */
    ConditionOracle(Map<String, NetworkGenerated> others) {
        this.others = others;
    }

    /** A network with all that conditions look at. */
    record Known(
            NetworkSummary summary,
            NetworkGenerated generated,
            Map<String, LearningCurve> curves,
            List<String> tags,
            Optional<String> searchName) {}

    boolean holds(Condition condition, Known network) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(one -> holds(one, network));
        } else if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(one -> holds(one, network));
        }
        Condition.Atom atom = (Condition.Atom) condition;
        if (atom.operand() instanceof Operand.Recorded recorded
                && recorded.field().isMultiple()) {
            List<String> several = recorded.field().name().equals("tag")
                    ? network.tags()
                    : network.summary().origin().parents();
            if (atom instanceof Condition.Missing missing) {
                return several.isEmpty() != missing.isNegated();
            }
            Condition.Atom positive = atom.isNegated() ? atom.negated() : atom;
            return several.stream().anyMatch(one -> holds(positive, one, null)) != atom.isNegated();
        }
        Object other = atom instanceof Condition.Comparison comparison ? value(comparison.other(), network) : null;
        return holds(atom, value(atom.operand(), network), other);
    }

    private static boolean holds(Condition.Atom atom, @Nullable Object value, @Nullable Object other) {
        if (atom instanceof Condition.Missing missing) {
            return (value == null) != missing.isNegated();
        }
        if (value == null) {
            return false;
        }
        if (atom instanceof Condition.Comparison comparison) {
            Object right = comparison.other() instanceof Operand.Constant constant ? constant(constant) : other;
            return right != null && comparison.comparator().holds(compare(value, right));
        } else if (atom instanceof Condition.Between between) {
            boolean inside =
                    compare(value, constant(between.low())) >= 0 && compare(value, constant(between.high())) <= 0;
            return inside != between.isNegated();
        } else if (atom instanceof Condition.OneOf oneOf) {
            return oneOf.constants().stream().anyMatch(one -> compare(value, constant(one)) == 0) != oneOf.isNegated();
        }
        Condition.Like like = (Condition.Like) atom;
        return Pattern.compile(pattern(like.pattern()), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                        .matcher((String) value)
                        .matches()
                != like.isNegated();
    }

    private static String pattern(String like) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char one = like.charAt(i);
            if (one == '\\') {
                pattern.append(Pattern.quote(like.substring(i + 1, i + 2)));
                i++;
            } else {
                pattern.append(one == '%' ? ".*" : one == '_' ? "." : Pattern.quote(String.valueOf(one)));
            }
        }
        return pattern.toString();
    }

    private static int compare(Object left, Object right) {
        if (left instanceof String text) {
            return Arrays.compareUnsigned(
                    text.getBytes(StandardCharsets.UTF_8), ((String) right).getBytes(StandardCharsets.UTF_8));
        } else if (left instanceof Long whole && right instanceof Long other) {
            return whole.compareTo(other);
        }
        double one = ((Number) left).doubleValue();
        double other = ((Number) right).doubleValue();
        return one < other ? -1 : one > other ? 1 : 0;
    }

    private static Object constant(Operand.Constant constant) {
        if (constant instanceof Operand.Whole whole) {
            return whole.value();
        }
        return constant instanceof Operand.Real real ? (Object) real.value() : ((Operand.Text) constant).value();
    }

    @Nullable
    Object value(Operand operand, Known network) {
        if (operand instanceof Operand.Recorded recorded) {
            return recorded(recorded.field().name(), network);
        } else if (operand instanceof Operand.OfCurve function) {
            return known(
                    curve(function, network, network.curves().getOrDefault(function.measure(), LearningCurve.empty())));
        } else if (operand instanceof Operand.SimilarTo similar) {
            NetworkGenerated other = Objects.requireNonNull(others.get(similar.id()));
            return WeisfeilerLehman.similarity(network.generated().architecture(), other.architecture());
        }
        return null;
    }

    private static double curve(Operand.OfCurve function, Known network, LearningCurve curve) {
        Assignment assignment = network.summary().assignment();
        Direction direction = assignment.measure().equals(function.measure())
                ? assignment.direction()
                : FitnessMeasure.named(function.measure()).direction();
        if (function instanceof Operand.Best) {
            return curve.best(direction);
        } else if (function instanceof Operand.Last) {
            return curve.isEmpty() ? Double.NaN : curve.lastValue();
        }
        for (int i = 0; i < curve.size(); i++) {
            if (function instanceof Operand.AtEpoch at && curve.epoch(i) == at.epoch()) {
                return curve.value(i);
            }
            if (function instanceof Operand.EpochsTo to
                    && (curve.value(i) == to.value() || direction.better(curve.value(i), to.value()))) {
                return curve.epoch(i);
            }
        }
        return Double.NaN;
    }

    private static @Nullable Object recorded(String field, Known network) {
        NetworkSummary summary = network.summary();
        NetworkGenerated generated = network.generated();
        Standing standing = summary.standing();
        Map<String, Integer> counts = ArchitectureCounts.of(generated.architecture());
        if (field.startsWith("count(")) {
            return (long) counts.getOrDefault(field.substring(6, field.length() - 1), 0);
        }
        return switch (field) {
            case "id" -> summary.id();
            case "search" -> summary.origin().search();
            case "search_name" -> network.searchName().orElse(null);
            case "ask" -> (long) summary.origin().ask();
            case "generation" -> (long) summary.origin().generation();
            case "genome" -> summary.origin().genome();
            case "operator" -> summary.origin().operator();
            case "parameters" -> summary.graph().parameters();
            case "mflops", "flops" -> summary.graph().mflops();
            case "measure" -> summary.assignment().measure();
            case "seed" -> summary.assignment().seed();
            case "status" -> standing.status().name().toLowerCase(Locale.ROOT);
            case "epochs" -> summary.progress().epochs();
            case "last" -> known(summary.progress().last());
            case "best" -> known(summary.progress().best());
            case "fitness" -> known(standing.told().map(Fitness::value).orElse(Double.NaN));
            case "fitness_origin" ->
                standing.told()
                        .map(told -> told.origin().name().toLowerCase(Locale.ROOT))
                        .orElse(null);
            case "seconds" -> known(summary.progress().seconds());
            case "stop_rule" -> standing.stop().map(StopReason::rule).orElse(null);
            case "message" -> standing.message();
            case "created" -> standing.created().toEpochMilli();
            case "updated" -> standing.updated().toEpochMilli();
            case "dataset" -> summary.assignment().dataset();
            case "dataset.classes" -> (long) generated.properties().classes().size();
            case "dataset.noise" -> generated.properties().noise().orElse(null);
            case "optimizer" -> generated.training().optimizer() instanceof Optimizer.Sgd ? "sgd" : "adam";
            case "learning_rate" -> generated.training().optimizer().learningRate();
            case "momentum" ->
                generated.training().optimizer() instanceof Optimizer.Sgd sgd ? (Double) sgd.momentum() : null;
            case "batch_size" -> (long) generated.training().batchSize();
            case "gradient_clip" -> generated.training().gradientClip();
            case "layers", "depth" -> (long) counts.getOrDefault(field, 0);
            case "test_accuracy" -> {
                double value = standing.test().getOrDefault(field, Double.NaN);
                yield Double.isInfinite(value) ? null : known(value);
            }
            default -> throw new AssertionError(field);
        };
    }

    private static @Nullable Object known(double value) {
        return Double.isNaN(value) ? null : (Object) value;
    }
}
