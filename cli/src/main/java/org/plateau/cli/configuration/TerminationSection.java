package org.plateau.cli.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plateau.prediction.Engines;
import org.plateau.prediction.ExplorationSettings;
import org.plateau.prediction.Finalists;
import org.plateau.prediction.PredictionSettings;

/**
 * The key {@code termination}: a preset's name ({@code plateau}, {@code penguin}, {@code a4nn}, {@code none}), or a mapping.
 *
 * @param engine which makes the forecasts, {@code plateau} if left out
 * @param tolerance how uncertain a forecast may be that ends a training, in points, for the engine {@code plateau}: the
 *     preset's rules, exploration and finalists follow it; 5 if left out
 * @param rules the first that stops decides; those of the engine's preset if left out
 * @param functions of the user's own, for the engine {@code plateau}; none if left out
 * @param history whose finished trainings forecasts are made from, {@code search} if left out
 * @param exploration which networks are trained to the horizon nevertheless; as in the engine's preset if left out
 * @param finalists which stopped networks are trained on in the end; as in the engine's preset if left out
 */
public record TerminationSection(
        Optional<String> engine,
        OptionalDouble tolerance,
        Optional<List<RuleSection>> rules,
        Optional<List<FunctionSection>> functions,
        Optional<HistorySource> history,
        Optional<ExplorationSection> exploration,
        Optional<FinalistsSection> finalists) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public TerminationSection {
        engine.ifPresent(name -> requireKnown("engine", name));
        Expect.positive("tolerance", tolerance);
        boolean published = !engine.orElse(Engines.PLATEAU).equals(Engines.PLATEAU);
        Expect.that(
                tolerance.isEmpty() || !published,
                "tolerance",
                tolerance.orElse(0),
                "none with the engine %s, which has its own".formatted(engine.orElse("")));
        rules = rules.map(List::copyOf);
        functions = functions.map(List::copyOf);
        functions.ifPresent(FunctionSection::requireNames);
        if (functions.isPresent() && published) {
            Expect.that(
                    functions.get().isEmpty(),
                    "functions",
                    functions.get().get(0).name(),
                    "none with the engine %s, which has its own".formatted(engine.orElseThrow()));
        }
    }

    static TerminationSection standard() {
        return preset(Engines.PLATEAU);
    }

    /** What goes by a preset's name. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TerminationSection preset(String name) {
        requireKnown("", name);
        return of(OptionalDouble.empty(), PredictionSettings.preset(name));
    }

    private static TerminationSection of(OptionalDouble tolerance, PredictionSettings settings) {
        return new TerminationSection(
                Optional.of(settings.engine()),
                tolerance,
                Optional.of(settings.rules().stream().map(RuleSection::of).toList()),
                Optional.empty(),
                Optional.of(HistorySource.SEARCH),
                Optional.of(ExplorationSection.of(settings.exploration().orElse(ExplorationSettings.none()))),
                Optional.of(FinalistsSection.of(settings.finalists().orElse(Finalists.none()))));
    }

    TerminationSection resolved() {
        PredictionSettings settings = tolerance.isPresent()
                ? PredictionSettings.plateau(tolerance.getAsDouble())
                : PredictionSettings.preset(engine.orElse(Engines.PLATEAU));
        TerminationSection preset = of(tolerance, settings);
        return new TerminationSection(
                preset.engine(),
                preset.tolerance(),
                rules.map(own -> own.stream().map(RuleSection::resolved).toList())
                        .or(preset::rules),
                functions.map(own -> own.stream().map(FunctionSection::resolved).toList()),
                history.or(preset::history),
                exploration.map(ExplorationSection::resolved).or(preset::exploration),
                finalists.map(FinalistsSection::resolved).or(preset::finalists));
    }

    PredictionSettings settings() {
        return new PredictionSettings(
                engine.orElseThrow(),
                rules.orElseThrow().stream().map(RuleSection::settings).toList(),
                functions.orElse(List.of()).stream()
                        .map(FunctionSection::function)
                        .toList(),
                exploration.orElseThrow().settings(),
                finalists.orElseThrow().settings());
    }

    boolean learnsFromCommons() {
        return history.orElseThrow() == HistorySource.COMMONS;
    }

    private static void requireKnown(String key, String name) {
        Expect.that(Engines.NAMES.contains(name), key, name, "one of " + String.join(", ", Engines.NAMES));
    }
}
