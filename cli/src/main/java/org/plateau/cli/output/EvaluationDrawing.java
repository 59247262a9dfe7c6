package org.plateau.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.plateau.charts.RuleFamily;
import org.plateau.charts.RuleGroup;
import org.plateau.charts.RulePoint;
import org.plateau.charts.Theme;
import org.plateau.charts.TradeOffFigure;
import org.plateau.prediction.replay.Evaluation.RowResult;

/** Draws what an evaluation came to: every group by itself, or the mean over the groups of a source if there are many. */
public final class EvaluationDrawing {
    private static final int MOST_GROUPS = 6;
    private static final String TITLE = "Epochs spent and what they buy";

    private EvaluationDrawing() {}

    public static String svg(List<RowResult> results, Set<String> functions) {
        Map<String, List<RowResult>> byGroup = new LinkedHashMap<>();
        Map<String, List<RowResult>> bySource = new LinkedHashMap<>();
        for (RowResult result : results) {
            var group = result.group();
            if (!group.trainings().isEmpty()) {
                String title = "%s · %s · %s (%d trainings)"
                        .formatted(
                                group.source(),
                                group.dataset(),
                                group.metric(),
                                group.trainings().size());
                byGroup.computeIfAbsent(title, unused -> new ArrayList<>()).add(result);
                bySource.computeIfAbsent(group.source(), unused -> new ArrayList<>())
                        .add(result);
            }
        }
        boolean many = byGroup.size() > MOST_GROUPS;
        List<RuleGroup> groups = new ArrayList<>();
        (many ? bySource : byGroup)
                .forEach((title, members) -> groups.add(new RuleGroup(
                        many ? "%s, mean of %d groups".formatted(title, groupCount(members)) : title,
                        points(members, functions))));
        TradeOffFigure figure = new TradeOffFigure(TITLE, groups);
        return figure.svg(TradeOffFigure.WIDTH, figure.height(), Theme.LIGHT);
    }

    private static long groupCount(List<RowResult> members) {
        return members.stream().map(RowResult::group).distinct().count();
    }

    private static List<RulePoint> points(List<RowResult> members, Set<String> functions) {
        Map<String, List<RowResult>> byRule = new LinkedHashMap<>();
        members.forEach(member -> byRule.computeIfAbsent(member.row(), unused -> new ArrayList<>())
                .add(member));
        List<RulePoint> points = new ArrayList<>();
        byRule.forEach((rule, results) -> points.add(new RulePoint(
                rule,
                family(rule, functions),
                1 - mean(results, result -> result.score().saved()),
                mean(results, result -> result.score().mae()),
                mean(results, result -> result.score().regret1()),
                mean(results, result -> result.score().regret10()),
                mean(results, result -> result.score().kendall()))));
        return points;
    }

    /** Mean of the figures that apply, NaN of none. */
    private static double mean(List<RowResult> results, ToDoubleFunction<RowResult> figure) {
        return results.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    private static RuleFamily family(String rule, Set<String> functions) {
        if (functions.contains(rule)) {
            return RuleFamily.FUNCTION;
        }
        if (rule.equals("plateau") || rule.startsWith("plateau@")) {
            return RuleFamily.PLATEAU;
        }
        return switch (rule.replaceFirst("-\\d+$", "")) {
            case "plateau with history" -> RuleFamily.HISTORY;
            case "plateau without history" -> RuleFamily.FITNESS_ALONE;
            case "linear" -> RuleFamily.LINEAR;
            case "stop-all" -> RuleFamily.STOP_ALL;
            case "penguin", "a4nn" -> RuleFamily.PUBLISHED;
            case "nearest" -> RuleFamily.NEAREST;
            case "last", "best" -> RuleFamily.MEASURED;
            default -> RuleFamily.USUAL;
        };
    }
}
