package org.plateau.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.prediction.Engines;
import org.plateau.prediction.ExplorationSettings;
import org.plateau.prediction.Finalists;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.rule.Diverged;
import org.plateau.prediction.rule.NeverLearns;
import org.plateau.prediction.rule.RuleSettings;
import org.plateau.prediction.rule.Settled;
import org.plateau.prediction.rule.Unpromising;

final class ConfigurationDefaultsTest {
    @TempDir
    private Path folder = Path.of("");

    /** What the preset has, written as YAML; its numbers are pinned where the preset is made. */
    private static String presetsRules() {
        return PredictionSettings.plateau().rules().stream()
                .map(ConfigurationDefaultsTest::written)
                .collect(Collectors.joining());
    }

    private static String rule(Class<? extends RuleSettings> kind) {
        return PredictionSettings.plateau().rules().stream()
                .filter(kind::isInstance)
                .map(ConfigurationDefaultsTest::written)
                .findFirst()
                .orElseThrow();
    }

    private static String written(RuleSettings rule) {
        if (rule instanceof Settled settled) {
            return "  - kind: settled\n    tolerance: %s\n    minimum-share: %s\n"
                    .formatted(settled.tolerance(), settled.minimumShare());
        }
        if (rule instanceof Unpromising unpromising) {
            return "  - kind: unpromising\n    probability: %s\n    top: %d\n    tolerance: %s\n    minimum-share: %s\n"
                    .formatted(
                            unpromising.probability(),
                            unpromising.top(),
                            unpromising.tolerance(),
                            unpromising.minimumShare());
        }
        if (rule instanceof NeverLearns never) {
            return "  - kind: never-learns\n    patience: %s\n    margin: %s\n"
                    .formatted(never.patience(), never.margin());
        }
        return "  - kind: diverged\n    factor: %s\n".formatted(((Diverged) rule).factor());
    }

    private static String presetsOthers() {
        ExplorationSettings exploration =
                PredictionSettings.plateau().exploration().orElseThrow();
        Finalists finalists = PredictionSettings.plateau().finalists().orElseThrow();
        return """
                  history: search
                  exploration:
                    first: %d
                    share: %s
                    novelty: %s
                  finalists:
                    improvement: %s
                    share: %s
                """.formatted(
                        exploration.first(),
                        exploration.share(),
                        exploration.novelty(),
                        finalists.improvement(),
                        finalists.share());
    }

    @Test
    void everythingThatIsLeftOutHasItsDefault() {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(ConfigurationReader.write(new Written(folder, Written.LEAST).resolved()))
                .isEqualTo("""
                        name: config
                        seed: 1
                        dataset:
                          kind: diffraction
                          name: diffraction-127-1e15
                          path: data/diffraction-127-1e15
                          pixels: 127
                          beam: 1.0E15
                          train: 800
                          validation: 400
                          test: 200
                          seed: 1
                          transform: log1p
                        space:
                          kind: nsga-net-macro
                          channels: 16
                          phases: 3
                          nodes: 4
                        searcher:
                          kind: nsga-ii
                          population: 10
                          offspring: 10
                          pace: steady
                          novelty: network
                        objectives:
                        - val_accuracy
                        - mflops
                        training:
                          epochs: 15
                          batch-size: 128
                          optimizer:
                            kind: sgd
                            learning-rate: 0.025
                            momentum: 0.9
                            weight-decay: 3.0E-4
                            nesterov: false
                          schedule:
                            kind: cosine
                            floor: 0.0
                          gradient-clip: 5.0
                          fitness: val_accuracy
                          checkpoints: last
                        termination:
                          engine: plateau
                          rules:
                        %s
                        budget:
                          networks: 24
                        order: submission
                        execution:
                          workers: %d
                          threads: 1
                          device: auto
                          attempts: 3
                          networks-per-worker: 50
                          worker-memory: 4096
                        commons: plateau.db
                        commons-weights: best
                        """.formatted(presetsRules() + presetsOthers().stripTrailing(), processors));
    }

    @Test
    void otherKindsOfSectionsHaveTheirDefaults() {
        String text = ConfigurationReader.write(new Written(folder, """
                        dataset:
                          kind: idx
                          images: images.gz
                          labels: labels.gz
                        searcher:
                          kind: random
                        training:
                          epochs: 4
                          optimizer:
                            kind: adam
                          schedule:
                            kind: step
                            milestones: [2]
                        termination:
                          rules:
                          - kind: converged
                          - kind: never-learns
                          - kind: diverged
                          - kind: settled
                          - kind: unpromising
                          - kind: patience
                          exploration: {share: 0.5}
                          finalists: {improvement: 1}
                        budget:
                          hours: 0.5
                        """).resolved());
        assertThat(text)
                .contains("""
                        dataset:
                          kind: idx
                          name: idx
                          images: images.gz
                          labels: labels.gz
                          train: 0.8
                          validation: 0.2
                          test: 0.0
                          seed: 1
                          transform: none
                        """)
                .contains("searcher:\n  kind: random\n  novelty: network\n")
                .contains("""
                          optimizer:
                            kind: adam
                            learning-rate: 0.001
                            beta1: 0.9
                            beta2: 0.999
                            epsilon: 1.0E-8
                            weight-decay: 0.0
                          schedule:
                            kind: step
                            milestones:
                            - 2
                            gamma: 0.1
                        """)
                .contains("""
                        termination:
                          engine: plateau
                          rules:
                          - kind: converged
                            window: 4
                            tolerance: 0.5
                            minimum-epochs: 5.0
                        """
                        + rule(NeverLearns.class)
                        + rule(Diverged.class)
                        + rule(Settled.class)
                        + rule(Unpromising.class)
                        + """
                          - kind: patience
                            epochs: 5.0
                            minimum-delta: 0.0
                          history: search
                          exploration:
                            first: %d
                            share: 0.5
                            novelty: %s
                          finalists:
                            improvement: 1.0
                            share: %s
                        """.formatted(
                                        ExplorationSettings.standard().first(),
                                        ExplorationSettings.standard().novelty(),
                                        Finalists.standard().share()));
    }

    @Test
    void testFilesAreUsedWholeWhereNothingElseIsSaid() {
        DatasetSection section = new Written(folder, """
                        dataset: {kind: idx, images: a, labels: b, test-images: c, test-labels: d}
                        training: {epochs: 1}
                        budget: {networks: 1}
                        """).resolved().dataset();
        assertThat(section.specification().split().test()).isEqualTo(1);
    }

    @Test
    void aFolderOfImagesHasItsDefaults() {
        String text = ConfigurationReader.write(new Written(folder, """
                        dataset: {kind: folder, path: pictures/cells}
                        training: {epochs: 1, schedule: {kind: constant}}
                        budget: {networks: 1}
                        """).resolved());
        assertThat(text).contains("""
                        dataset:
                          kind: folder
                          name: cells
                          path: pictures/cells
                          train: 0.7
                          validation: 0.2
                          test: 0.1
                          seed: 1
                          transform: none
                        """).contains("  schedule:\n    kind: constant\n");
    }

    @Test
    void anEngineBringsTheRulesOfItsPreset() {
        for (String engine : new String[] {"penguin", "a4nn"}) {
            TerminationSection published = new Written(
                            folder, Written.LEAST + "termination: {engine: %s}\n".formatted(engine))
                    .resolved()
                    .termination()
                    .orElseThrow();
            TerminationSection preset = new Written(folder, Written.LEAST + "termination: %s\n".formatted(engine))
                    .resolved()
                    .termination()
                    .orElseThrow();
            assertThat(published).isEqualTo(preset);
            assertThat(published.rules().orElseThrow()).singleElement().isInstanceOf(RuleSection.Converged.class);
        }
        assertThat(new Written(folder, Written.LEAST + "termination: none\n")
                        .resolved()
                        .termination()
                        .orElseThrow()
                        .rules())
                .hasValueSatisfying(rules -> assertThat(rules).isEmpty());
    }

    @Test
    void whatIsNotWantedIsWrittenAsNone() {
        for (String text : new String[] {
            "termination: {exploration: none, finalists: none}\n",
            "termination: penguin\n",
            "termination: none\n",
            "termination: {exploration: {first: 0, share: 0, novelty: 0}, finalists: {improvement: 0, share: 0}}\n"
        }) {
            SearchFile resolved = new Written(folder, Written.LEAST + text).resolved();
            assertThat(ConfigurationReader.write(resolved)).contains("  exploration: none\n  finalists: none\n");
            PredictionSettings settings = resolved.configuration().prediction();
            assertThat(settings.exploration()).isEmpty();
            assertThat(settings.finalists()).isEmpty();
            assertThat(new Written(folder, ConfigurationReader.write(resolved)).read())
                    .isEqualTo(resolved);
        }
    }

    @Test
    void thePresetFollowsItsTolerance() {
        String text = "termination: {tolerance: 10, finalists: none}\n";
        SearchFile resolved = new Written(folder, Written.LEAST + text).resolved();
        PredictionSettings settings = resolved.configuration().prediction();

        assertThat(settings.rules()).isEqualTo(PredictionSettings.plateau(10).rules());
        assertThat(settings.exploration())
                .isEqualTo(PredictionSettings.plateau(10).exploration());
        assertThat(settings.finalists()).isEmpty();
        String written = ConfigurationReader.write(resolved);
        assertThat(written).contains("  tolerance: 10.0\n");
        assertThat(new Written(folder, written).read()).isEqualTo(resolved);
        assertThat(new Written(folder, written).resolved()).isEqualTo(resolved);
    }

    @Test
    void thePresetsSettingsAreThoseOfItsEngine() {
        for (String engine : Engines.NAMES) {
            assertThat(new Written(folder, Written.LEAST + "termination: %s\n".formatted(engine))
                            .resolved()
                            .configuration()
                            .prediction())
                    .isEqualTo(PredictionSettings.preset(engine));
        }
    }

    @Test
    void aKeyWithoutAValueIsAsGoodAsLeftOut() {
        assertThat(new Written(folder, Written.LEAST + "seed:\nspace: ~\n").resolved())
                .isEqualTo(new Written(folder, Written.LEAST).resolved());
    }
}
