package org.plateau.prediction;

import java.util.List;
import java.util.Optional;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.NameTakenException;
import org.plateau.prediction.function.WrittenFunction;
import org.plateau.prediction.rule.Converged;
import org.plateau.prediction.rule.Diverged;
import org.plateau.prediction.rule.NeverLearns;
import org.plateau.prediction.rule.RuleSettings;
import org.plateau.prediction.rule.Settled;
import org.plateau.prediction.rule.Unpromising;

/**
 * How a search predicts and stops: the engine by its name, and the rules in the order in which they judge.
 *
 * <p>A plain value that configuration files can carry; {@link Prediction#of} makes it work.
 *
 * @param engine one of {@link Engines#NAMES}
 * @param rules the first that stops decides; none means that every training goes to the horizon
 * @param functions of the user's own, which take part beside those of the standard index
 * @param exploration which networks go to the horizon whatever the rules say; absent for none
 * @param finalists which stopped networks are trained on in the end beside the predicted members of the front; absent for
 *     none
 */
public record PredictionSettings(
        String engine,
        List<RuleSettings> rules,
        List<WrittenFunction> functions,
        Optional<ExplorationSettings> exploration,
        Optional<Finalists> finalists) {
    /**
     * @throws UnknownNameException if there is no such engine
     * @throws NameTakenException if a function has a name that another one has
     */
    public PredictionSettings {
        rules = List.copyOf(rules);
        functions = List.copyOf(functions);
        index(functions);
        if (!Engines.NAMES.contains(engine)) {
            throw new UnknownNameException("prediction engine", engine, Engines.NAMES);
        }
    }

    private static FunctionIndex index(List<WrittenFunction> functions) {
        return FunctionIndex.standard()
                .plus(functions.stream().map(WrittenFunction::function).toList());
    }

    /** Settings without functions of the user's own, exploration and finalists. */
    public PredictionSettings(String engine, List<RuleSettings> rules) {
        this(engine, rules, List.of(), Optional.empty(), Optional.empty());
    }

    /** The standard index and the user's own functions behind it. */
    public FunctionIndex index() {
        return index(functions);
    }

    /** These settings with other functions of the user's own. */
    public PredictionSettings with(List<WrittenFunction> own) {
        return new PredictionSettings(engine, rules, own, exploration, finalists);
    }

    /** No forecasts and no early stops. */
    public static PredictionSettings none() {
        return new PredictionSettings(Engines.NONE, List.of());
    }

    /**
     * The default: Plateau's engine, which learns from finished trainings; a training ends when its forecast is certain
     * enough, or has no chance.
     */
    public static PredictionSettings plateau() {
        return plateau(Settled.standard().tolerance());
    }

    /**
     * The default where forecasts may be as uncertain as this. A wider tolerance than the standard one also takes away
     * from what is spent on being careful: how long the rules wait, how many networks are explored, how many finalists
     * there are; and an improvement is worth a training from a fiftieth of the tolerance on.
     *
     * @param tolerance in points, see {@link PointScale}
     */
    public static PredictionSettings plateau(double tolerance) {
        double ratio = tolerance / Settled.standard().tolerance();
        double part = Math.min(1, 1 / ratio);
        Finalists finalists = Finalists.standard();
        return new PredictionSettings(
                Engines.PLATEAU,
                List.of(
                        Diverged.standard(),
                        NeverLearns.standard(),
                        Unpromising.within(tolerance),
                        Settled.within(tolerance)),
                List.of(),
                Optional.of(ExplorationSettings.standard().times(part)),
                Optional.of(new Finalists(finalists.improvement() * ratio, finalists.share() * part)));
    }

    /**
     * The settings that go by an engine's name: the published rule for {@code penguin} and {@code a4nn},
     * {@link #plateau()}, {@link #none()}.
     *
     * @throws UnknownNameException if there is no such engine
     */
    public static PredictionSettings preset(String name) {
        return switch (name) {
            case Engines.NONE -> none();
            case Engines.PLATEAU -> plateau();
            default -> new PredictionSettings(name, List.of(Converged.published()));
        };
    }
}
