package org.plateau.cli;

import java.util.Map;
import java.util.Optional;
import org.plateau.commons.Assignment;
import org.plateau.commons.ShapeNaming;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Observation;
import org.plateau.prediction.shape.CurveShape;
import org.plateau.prediction.shape.CurveShapes;
import org.plateau.workflow.history.NetworkFeatures;

/** Names the kinds of curves in the commons as the prediction engine knows them, by the most telling one. */
final class CurveNaming implements ShapeNaming {
    @Override
    public Optional<String> shape(Map<String, LearningCurve> curves, Assignment assignment, DatasetProperties dataset) {
        FitnessMeasure fitness = measure(assignment);
        double horizon = Math.max(
                assignment.horizon(),
                curves.getOrDefault(assignment.measure(), LearningCurve.empty()).lastEpoch());
        return CurveShapes.standard()
                .classify(new Observation(
                        curves, fitness, horizon, Optional.empty(), NetworkFeatures.chance(dataset, fitness)))
                .shape()
                .map(CurveShape::word);
    }

    private static FitnessMeasure measure(Assignment assignment) {
        FitnessMeasure usual = FitnessMeasure.named(assignment.measure());
        return usual.direction() == assignment.direction()
                ? usual
                : new FitnessMeasure(
                        assignment.measure(),
                        assignment.direction(),
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY);
    }
}
