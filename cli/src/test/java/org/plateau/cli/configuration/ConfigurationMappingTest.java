package org.plateau.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.prediction.ExplorationSettings;
import org.plateau.prediction.Finalists;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.WrittenFunction;
import org.plateau.prediction.rule.Converged;
import org.plateau.prediction.rule.Diverged;
import org.plateau.prediction.rule.NeverLearns;
import org.plateau.prediction.rule.Patience;
import org.plateau.prediction.rule.Settled;
import org.plateau.prediction.rule.Unpromising;
import org.plateau.prediction.shape.CurveShape;
import org.plateau.search.searchers.Novelty;
import org.plateau.search.searchers.NsgaIISettings.Pace;
import org.plateau.workflow.attempt.WeightSelection;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.configuration.SearchConfiguration.Order;

/** Every key with a value that is not its default. */
final class ConfigurationMappingTest {
    private static final String DIFFRACTION = """
            name: every-key_1.0
            seed: 42
            dataset:
              kind: diffraction
              name: kinase
              path: data/kinase
              pixels: 64
              beam: 1e16
              structures: [1ake.pdb, 4ake.pdb]
              train: 100
              validation: 50
              test: 20
              seed: 5
              transform: none
            space:
              kind: nsga-net-macro
              channels: 24
              phases: 2
              nodes: 5
            searcher:
              kind: nsga-ii
              population: 6
              offspring: 4
              pace: generational
              novelty: genome
            objectives: [val_loss, parameters, seconds]
            training:
              epochs: 25
              batch-size: 32
              optimizer:
                kind: sgd
                learning-rate: 0.1
                momentum: 0.5
                weight-decay: 1e-5
                nesterov: true
              schedule:
                kind: cosine
                floor: 0.01
              gradient-clip: 0
              fitness: val_loss
              checkpoints: every 5
            termination:
              engine: penguin
              rules:
                - kind: converged
                  window: 4
                  tolerance: 0.25
                  minimum-epochs: 2.5
                - kind: diverged
                  factor: 3
                - kind: never-learns
                  patience: 0.75
                  margin: 2
                - kind: settled
                  tolerance: 1.5
                  minimum-share: 0.25
                - kind: unpromising
                  probability: 0.1
                  top: 7
                  tolerance: 3.5
                  minimum-share: 0.125
                - kind: patience
                  epochs: 6
                  minimum-delta: 0.125
              history: commons
              exploration:
                first: 8
                share: 0.2
                novelty: 1.25
              finalists:
                improvement: 0.25
                share: 0.5
            budget:
              networks: 30
              epochs: 400.5
              hours: 2
              joules: 3e6
              stagnation: 12
            order: completion
            execution:
              workers: 3
              threads: 2
              device: gpu:1
              attempts: 5
              networks-per-worker: 7
              worker-memory: 2048
            commons: other.db
            store: other.store
            commons-weights: all
            """;

    private static final String IDX = """
            dataset:
              kind: idx
              name: fashion
              images: train.gz
              labels: train-labels.gz
              test-images: test.gz
              test-labels: test-labels.gz
              train: 2000
              validation: 0.25
              test: 1000
              seed: 2
              transform: log1p
            searcher: {kind: random, novelty: genome}
            training:
              epochs: 2
              optimizer: {kind: adam, learning-rate: 3e-4, beta1: 0.8, beta2: 0.99, epsilon: 1e-6, weight-decay: 1e-4}
              schedule: {kind: step, milestones: [1, 2], gamma: 0.5}
            budget: {networks: 1}
            """;

    private static final String FOLDER = """
            dataset:
              kind: folder
              name: cells
              path: pictures
              pattern: (?<split>train|test)/(?<class>[a-z]+)\\d+\\.png
              train: 0.5
              validation: 0.3
              test: 0.2
              seed: 3
              transform: log1p
            training: {epochs: 2, schedule: {kind: constant}}
            termination:
              tolerance: 2.5
              functions:
              - name: square-root
                formula: a + b * sqrt(x + c)
                covers: [learning, never-learns]
                parameters:
                  a: {meaning: start, lower: 0, upper: 100, start: 50}
                  c: {lower: 1e-3}
                  b: {}
            budget: {networks: 1}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyKeyIsReadIntoItsPlace() {
        assertThat(new Written(folder, DIFFRACTION).read())
                .isEqualTo(new SearchFile(
                        Optional.of("every-key_1.0"),
                        OptionalLong.of(42),
                        new DiffractionSection(
                                Optional.of("kinase"),
                                Optional.of(Path.of("data/kinase")),
                                OptionalInt.of(64),
                                OptionalDouble.of(1e16),
                                Optional.of(List.of(Path.of("1ake.pdb"), Path.of("4ake.pdb"))),
                                OptionalInt.of(100),
                                OptionalInt.of(50),
                                OptionalInt.of(20),
                                OptionalLong.of(5),
                                Optional.of(PixelTransform.NONE)),
                        Optional.of(new SpaceSection.NsgaNetMacro(
                                OptionalInt.of(24), OptionalInt.of(2), OptionalInt.of(5))),
                        Optional.of(new SearcherSection.NsgaIi(
                                OptionalInt.of(6),
                                OptionalInt.of(4),
                                Optional.of(Pace.GENERATIONAL),
                                Optional.of(Novelty.GENOME))),
                        Optional.of(List.of("val_loss", "parameters", "seconds")),
                        new TrainingSection(
                                25,
                                OptionalInt.of(32),
                                Optional.of(new OptimizerSection.Sgd(
                                        OptionalDouble.of(0.1),
                                        OptionalDouble.of(0.5),
                                        OptionalDouble.of(1e-5),
                                        Optional.of(true))),
                                Optional.of(new ScheduleSection.Cosine(OptionalDouble.of(0.01))),
                                OptionalDouble.of(0),
                                Optional.of("val_loss"),
                                Optional.of("every 5")),
                        Optional.of(new TerminationSection(
                                Optional.of("penguin"),
                                OptionalDouble.empty(),
                                Optional.of(List.of(
                                        new RuleSection.Converged(
                                                OptionalInt.of(4), OptionalDouble.of(0.25), OptionalDouble.of(2.5)),
                                        new RuleSection.Diverged(OptionalDouble.of(3)),
                                        new RuleSection.NeverLearns(OptionalDouble.of(0.75), OptionalDouble.of(2)),
                                        new RuleSection.Settled(OptionalDouble.of(1.5), OptionalDouble.of(0.25)),
                                        new RuleSection.Unpromising(
                                                OptionalDouble.of(0.1),
                                                OptionalInt.of(7),
                                                OptionalDouble.of(3.5),
                                                OptionalDouble.of(0.125)),
                                        new RuleSection.Patience(OptionalDouble.of(6), OptionalDouble.of(0.125)))),
                                Optional.empty(),
                                Optional.of(HistorySource.COMMONS),
                                Optional.of(new ExplorationSection(
                                        OptionalInt.of(8), OptionalDouble.of(0.2), OptionalDouble.of(1.25))),
                                Optional.of(new FinalistsSection(OptionalDouble.of(0.25), OptionalDouble.of(0.5))))),
                        new BudgetSection(
                                OptionalInt.of(30),
                                OptionalDouble.of(400.5),
                                OptionalDouble.of(2),
                                OptionalDouble.of(3e6),
                                OptionalInt.of(12)),
                        Optional.of(Order.COMPLETION),
                        Optional.of(new ExecutionSection(
                                OptionalInt.of(3),
                                OptionalInt.of(2),
                                Optional.of("gpu:1"),
                                OptionalInt.of(5),
                                OptionalInt.of(7),
                                OptionalInt.of(2048))),
                        Optional.of("other.db"),
                        Optional.of(Path.of("other.store")),
                        Optional.of(WeightSelection.ALL)));
    }

    @Test
    void everyKeyOfIdxFilesAdamAndStepsIsReadIntoItsPlace() {
        SearchFile file = new Written(folder, IDX).read();
        assertThat(file.dataset())
                .isEqualTo(new DatasetSection.Idx(
                        Optional.of("fashion"),
                        Path.of("train.gz"),
                        Path.of("train-labels.gz"),
                        Optional.of(Path.of("test.gz")),
                        Optional.of(Path.of("test-labels.gz")),
                        OptionalDouble.of(2000),
                        OptionalDouble.of(0.25),
                        OptionalDouble.of(1000),
                        OptionalLong.of(2),
                        Optional.of(PixelTransform.LOG1P)));
        assertThat(file.searcher()).contains(new SearcherSection.Random(Optional.of(Novelty.GENOME)));
        assertThat(file.training().optimizer())
                .contains(new OptimizerSection.Adam(
                        OptionalDouble.of(3e-4),
                        OptionalDouble.of(0.8),
                        OptionalDouble.of(0.99),
                        OptionalDouble.of(1e-6),
                        OptionalDouble.of(1e-4)));
        assertThat(file.training().schedule())
                .contains(new ScheduleSection.Step(List.of(1, 2), OptionalDouble.of(0.5)));
    }

    @Test
    void everyKeyOfAFolderIsReadIntoItsPlace() {
        SearchFile file = new Written(folder, FOLDER).read();
        assertThat(file.dataset())
                .isEqualTo(new DatasetSection.Folder(
                        Optional.of("cells"),
                        Path.of("pictures"),
                        Optional.of("(?<split>train|test)/(?<class>[a-z]+)\\d+\\.png"),
                        OptionalDouble.of(0.5),
                        OptionalDouble.of(0.3),
                        OptionalDouble.of(0.2),
                        OptionalLong.of(3),
                        Optional.of(PixelTransform.LOG1P)));
        assertThat(file.training().schedule()).contains(new ScheduleSection.Constant());
        Map<String, ParameterSection> parameters = new LinkedHashMap<>();
        parameters.put(
                "a",
                new ParameterSection(
                        Optional.of("start"), OptionalDouble.of(0), OptionalDouble.of(100), OptionalDouble.of(50)));
        parameters.put(
                "c",
                new ParameterSection(
                        Optional.empty(), OptionalDouble.of(1e-3), OptionalDouble.empty(), OptionalDouble.empty()));
        parameters.put(
                "b",
                new ParameterSection(
                        Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
        assertThat(file.termination())
                .contains(new TerminationSection(
                        Optional.empty(),
                        OptionalDouble.of(2.5),
                        Optional.empty(),
                        Optional.of(List.of(new FunctionSection(
                                "square-root",
                                "a + b * sqrt(x + c)",
                                parameters,
                                Optional.of(List.of("learning", "never-learns"))))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void everyKeyOfTerminationReachesTheSettings() {
        SearchConfiguration configuration =
                new Written(folder, DIFFRACTION).resolved().configuration();
        assertThat(configuration.learnsFromCommons()).isTrue();
        assertThat(configuration.prediction())
                .isEqualTo(new PredictionSettings(
                        "penguin",
                        List.of(
                                new Converged(4, 0.25, 2.5),
                                new Diverged(3),
                                new NeverLearns(0.75, 2),
                                new Settled(1.5, 0.25),
                                new Unpromising(0.1, 7, 3.5, 0.125),
                                new Patience(6, 0.125)),
                        List.of(),
                        Optional.of(new ExplorationSettings(8, 0.2, 1.25)),
                        Optional.of(new Finalists(0.25, 0.5))));
    }

    @Test
    void aFunctionOfTheUsersOwnReachesTheSettingsWithItsParametersInOrder() {
        PredictionSettings settings =
                new Written(folder, FOLDER).resolved().configuration().prediction();
        assertThat(settings.rules()).isEqualTo(PredictionSettings.plateau(2.5).rules());
        assertThat(settings.functions())
                .containsExactly(new WrittenFunction(
                        "square-root",
                        "a + b * sqrt(x + c)",
                        List.of(
                                new Parameter("a", "start", 0, 100, 50),
                                new Parameter("c", "", 1e-3, Double.POSITIVE_INFINITY, 1.001),
                                Parameter.free("b", "")),
                        Set.of(CurveShape.LEARNING, CurveShape.NEVER_LEARNS)));
        assertThat(settings.index().named("square-root").formula()).isEqualTo("a + b * sqrt(x + c)");
    }

    @Test
    void noKeyIsForgottenHere() throws JsonProcessingException {
        Set<String> known = new TreeSet<>();
        addKeys("", SearchFile.class, known);
        Set<String> tested = new TreeSet<>();
        for (String text : List.of(DIFFRACTION, IDX, FOLDER)) {
            addKeys("", ConfigurationMapper.mapper().readTree(text), tested);
        }
        assertThat(known).hasSizeGreaterThan(60);
        assertThat(tested).isEqualTo(known);
    }

    @Test
    void whatIsResolvedIsReadAgainAsTheSame() {
        for (String text : List.of(DIFFRACTION, IDX, FOLDER, Written.LEAST)) {
            SearchFile resolved = new Written(folder, text).resolved();
            assertThat(new Written(folder, ConfigurationReader.write(resolved)).read())
                    .isEqualTo(resolved);
            assertThat(new Written(folder, ConfigurationReader.write(resolved)).resolved())
                    .isEqualTo(resolved);
        }
    }

    @Test
    void namesThatLookLikeSomethingElseAreReadAgainAsTheSame() {
        for (String name : List.of("5", "1e3", "0x10", "true", "null", "yes", "1_000", "2024-01-01", "1.5", "x")) {
            SearchFile resolved = new Written(folder, Written.LEAST + "name: \"%s\"\n".formatted(name)).resolved();
            assertThat(resolved.name()).contains(name);
            assertThat(new Written(folder, ConfigurationReader.write(resolved)).read())
                    .isEqualTo(resolved);
        }
    }

    @Test
    void theCommandLineHasTheLastWord() {
        SearchFile resolved = new Written(folder, DIFFRACTION)
                .read()
                .resolved(
                        "config",
                        "plateau.db",
                        new SearchFile.Overrides(
                                Optional.of(9),
                                Optional.of("cpu"),
                                Optional.of(7L),
                                Optional.of("mine.db"),
                                Optional.of(Path.of("trails"))));
        ExecutionSection execution = resolved.execution().orElseThrow();
        assertThat(execution.workers()).hasValue(9);
        assertThat(execution.device()).contains("cpu");
        assertThat(execution.threads()).hasValue(2);
        assertThat(resolved.seed()).hasValue(7);
        assertThat(resolved.commons()).contains("mine.db");
        assertThat(resolved.store()).contains(Path.of("trails"));
        assertThat(resolved.name()).contains("every-key_1.0");
    }

    @Test
    void aPasswordIsNotWritten() {
        SearchFile resolved = new Written(
                        folder,
                        Written.LEAST + "commons: jdbc:postgresql://db.lab/all?user=ada&password=secret&ssl=true\n")
                .resolved();
        assertThat(resolved.commons()).contains("jdbc:postgresql://db.lab/all?user=ada&password=secret&ssl=true");
        assertThat(ConfigurationReader.write(resolved))
                .contains("jdbc:postgresql://db.lab/all?user=ada&ssl=true")
                .doesNotContain("secret");
    }

    /** Keys of a section's class, with those of all kinds of it. */
    private static void addKeys(String prefix, Class<?> section, Set<String> keys) {
        if (section.isSealed()) {
            keys.add(prefix + "kind");
            for (Class<?> kind : section.getPermittedSubclasses()) {
                addKeys(prefix, kind, keys);
            }
            return;
        }
        for (RecordComponent component : section.getRecordComponents()) {
            String key = prefix + new KebabCaseStrategy().translate(component.getName());
            Class<?> inner = innermost(component.getGenericType());
            if (component.getType() == Map.class) {
                addKeys(key + ".*.", inner, keys);
            } else if (inner.getPackage() == SearchFile.class.getPackage() && !inner.isEnum()) {
                addKeys(key + ".", inner, keys);
            } else {
                keys.add(key);
            }
        }
    }

    private static Class<?> innermost(Type type) {
        return type instanceof ParameterizedType generic
                ? innermost(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1])
                : (Class<?>) type;
    }

    private static void addKeys(String prefix, JsonNode tree, Set<String> keys) {
        tree.properties().forEach(field -> {
            String key = prefix + field.getKey();
            if (key.endsWith(".functions.parameters")) {
                field.getValue().forEach(parameter -> addKeys(key + ".*.", parameter, keys));
            } else if (field.getValue().isObject()) {
                addKeys(key + ".", field.getValue(), keys);
            } else if (field.getValue().path(0).isObject()) {
                field.getValue().forEach(item -> addKeys(key + ".", item, keys));
            } else {
                keys.add(key);
            }
        });
    }
}
