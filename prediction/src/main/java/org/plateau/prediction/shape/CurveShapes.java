package org.plateau.prediction.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Sentence;

/**
 * Tells what kind of learning curve a training shows, while it runs or when it is over. Stateless: the same observation
 * gives the same finding. Takes microseconds.
 *
 * <p>With g the gains over guessing in points, σ their noise and the reach as far as noise carries ({@link Gains},
 * {@link Noise}), H the horizon and e the last epoch:
 *
 * <ul>
 *   <li><em>diverged</em>: see {@link Divergence}; or never more than the reach better than guessing and worse than it by
 *       {@link ShapeSettings#worse} points in the last two measurements
 *   <li><em>never-learns</em>: not better than guessing, neither by more than the reach once nor by more than a trend in its last third,
 *       e at least {@link ShapeSettings#patience} of H, and no training series has moved, see {@link Standstill}. Before
 *       that time, or where the fitness or a training series moves, nothing can be told. At the horizon it never learned; but
 *       where guessing is not known and a training series has moved, it had learned before it was measured first
 *   <li><em>collapsed</em>: see {@link Collapse}
 *   <li><em>overfitting</em>: see {@link Overfit}
 *   <li><em>stepped</em>: see {@link Steps}
 *   <li><em>delayed</em>: at guessing for {@link ShapeSettings#start} of H and two measurements at least, and then, for good,
 *       beyond its reach, three times as fast as it moved while it waited; ten points, where guessing is not known
 *   <li><em>noisy</em>: the mean of the steps back, Σ max(0, gᵢ − gᵢ₊₁) / (n − 1), is more than {@link ShapeSettings#swing} of the
 *       largest sustained gain
 *   <li><em>learning</em>: anything else
 * </ul>
 *
 * <p>A curve may be of several kinds; the finding has all of them in this order.
 *
 * @param settings where one kind ends and another begins
 */
public record CurveShapes(ShapeSettings settings) {
    private static final int FEWEST = 3;
    private static final double CERTAIN = 10;
    private static final double FASTER = 3;
    private static final CurveShapes STANDARD = new CurveShapes(ShapeSettings.standard());

    /** With the standard settings. */
    public static CurveShapes standard() {
        return STANDARD;
    }

    /** What kind of curve it is, as far as can be told. Never fails, whatever the values. */
    public ShapeFinding classify(Observation observation) {
        Gains gains = new Gains(observation, settings.margin());
        Map<String, Double> evidence = new LinkedHashMap<>();
        Optional<Divergence> divergence = Divergence.of(observation, Divergence.FACTOR);
        if (divergence.isPresent()) {
            evidence.put("value", divergence.get().value());
            return found(CurveShape.DIVERGED, divergence.get().reason(), evidence);
        }
        if (gains.size() < FEWEST) {
            return ShapeFinding.unknown("%d measurements are too few to tell".formatted(gains.size()), evidence);
        }
        evidence.put("noise", gains.noise());
        evidence.put("reach", gains.reach());
        evidence.put("gain", gains.sustained());
        return Standstill.learned(gains, settings.margin())
                ? learned(observation, gains, evidence)
                : unlearned(observation, gains, evidence);
    }

    private static ShapeFinding found(CurveShape shape, String reason, Map<String, Double> evidence) {
        return new ShapeFinding(List.of(shape), reason, evidence);
    }

    private ShapeFinding unlearned(Observation observation, Gains gains, Map<String, Double> evidence) {
        int n = gains.size();
        double worse = Math.max(gains.value(n - 1), gains.value(n - 2));
        if (worse < -settings.worse()) {
            return found(
                    CurveShape.DIVERGED,
                    "It never learned and is %s points worse than guessing".formatted(Sentence.number(-gains.last())),
                    evidence);
        }
        String moment = "%s of %s epochs"
                .formatted(Sentence.number(observation.epoch()), Sentence.number(observation.horizon()));
        boolean over = observation.epoch() >= observation.horizon();
        Optional<String> training = Standstill.movingTrainingSeries(observation, settings.margin());
        if (training.isPresent() && !(over && knowsChance(observation))) {
            String reason = "It has not moved in %s, but %s has".formatted(moment, training.get());
            return over
                    ? found(CurveShape.LEARNING, reason + ": it had learned before", evidence)
                    : ShapeFinding.unknown(reason, evidence);
        }
        if (over) {
            return found(CurveShape.NEVER_LEARNS, "It has not learned in " + moment, evidence);
        }
        if (Standstill.moved(gains, settings.margin())) {
            return ShapeFinding.unknown("After %s it may begin to learn".formatted(moment), evidence);
        }
        return observation.epoch() < settings.patience() * observation.horizon()
                ? ShapeFinding.unknown("It has not learned after %s, and may yet".formatted(moment), evidence)
                : found(CurveShape.NEVER_LEARNS, "It has not learned after " + moment, evidence);
    }

    private ShapeFinding learned(Observation observation, Gains gains, Map<String, Double> evidence) {
        List<CurveShape> shapes = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Collapse.of(gains, settings.fall()).ifPresent(add(CurveShape.COLLAPSED, shapes, reasons));
        Overfit.of(gains, observation, settings.margin()).ifPresent(add(CurveShape.OVERFITTING, shapes, reasons));
        Steps.of(gains, observation, settings.margin()).ifPresent(add(CurveShape.STEPPED, shapes, reasons));
        delay(observation, gains, evidence).ifPresent(add(CurveShape.DELAYED, shapes, reasons));
        swings(gains).ifPresent(add(CurveShape.NOISY, shapes, reasons));
        if (shapes.isEmpty()) {
            shapes.add(CurveShape.LEARNING);
            reasons.add("It has gained %s points".formatted(Sentence.number(gains.sustained())));
        }
        return new ShapeFinding(shapes, reasons.get(0), evidence);
    }

    private static Consumer<String> add(CurveShape shape, List<CurveShape> shapes, List<String> reasons) {
        return reason -> {
            shapes.add(shape);
            reasons.add(reason);
        };
    }

    private static boolean knowsChance(Observation observation) {
        return observation.feature(Observation.CHANCE).isPresent();
    }

    private Optional<String> delay(Observation observation, Gains gains, Map<String, Double> evidence) {
        int start = gains.start();
        int waited = gains.epoch(0) > 0 ? start : start - 1;
        if (start == gains.size() || start == 0) {
            return Optional.empty();
        }
        double epoch = gains.epoch(start - 1);
        evidence.put("start", epoch);
        boolean late = waited >= 2 && epoch >= settings.start() * observation.horizon();
        double meanwhile = Math.max(0, gains.value(start - 1) - gains.value(0));
        double later = Double.NEGATIVE_INFINITY;
        for (int i = start - 1; i < gains.size(); i++) {
            later = Math.max(later, gains.value(i) - gains.value(Math.max(start - 1, i - start)));
        }
        return late
                        && later > FASTER * meanwhile
                        && gains.low(gains.median(0, start))
                        && (knowsChance(observation) || gains.sustained() > CERTAIN)
                ? Optional.of("It did not learn up to epoch " + Sentence.number(epoch))
                : Optional.empty();
    }

    private Optional<String> swings(Gains gains) {
        double back = 0;
        for (int i = 1; i < gains.size(); i++) {
            back += Math.max(0, gains.value(i - 1) - gains.value(i));
        }
        double mean = back / (gains.size() - 1);
        double gain = Math.max(gains.sustained(), gains.reach());
        return mean > settings.swing() * gain
                ? Optional.of("It steps back by %s points on average, with a gain of %s"
                        .formatted(Sentence.number(mean), Sentence.number(gain)))
                : Optional.empty();
    }
}
