package org.plateau.charts;

import java.util.List;

/**
 * Rules on the same trainings: a row of a {@link TradeOffFigure}.
 *
 * @param title which trainings
 * @param points one for each rule
 */
public record RuleGroup(String title, List<RulePoint> points) {
    public RuleGroup {
        points = List.copyOf(points);
    }
}
