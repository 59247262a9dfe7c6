package org.plateau.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault is told in one line: file, key, what was found and what was expected. */
final class ConfigurationFaultsTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    seed: 1.5                      | seed: found 1.5, expected a whole number
                    seed: x                        | seed: found "x", expected a whole number
                    seed: "5"                      | seed: found "5", expected a whole number
                    seed: [1]                      | seed: found [1], expected a whole number
                    seed: 99999999999999999999     | seed: found 99999999999999999999, expected a whole number that is not so large
                    name: grün                     | name: found "grün", expected up to 64 letters, digits, dots, underscores and dashes
                    name: a b                      | name: found "a b", expected up to 64 letters, digits, dots, underscores and dashes
                    name: ../up                    | name: found "../up", expected up to 64 letters, digits, dots, underscores and dashes
                    name: 5                        | name: found 5, expected a text
                    name: true                     | name: found true, expected a text
                    commons: {a: b}                | commons: found {"a":"b"}, expected a text
                    order: random                  | order: found "random", expected one of submission, completion
                    objectives: val_loss           | objectives: found "val_loss", expected a list
                    objectives: []                 | objectives: found [], expected at least one measure
                    objectives: [mflops, mflops]   | objectives[2]: found "mflops", expected each measure once
                    objectives: [mflops, [1]]      | objectives[2]: found [1], expected a text
                    termination: fast              | termination: found "fast", expected one of none, penguin, a4nn, plateau
                    termination: 5                 | termination: found 5, expected a preset's name or a mapping of engine and rules
                    termination: [1]               | termination: found [1], expected a preset's name or a mapping of engine and rules
                    termination: {engine: fast}    | termination.engine: found "fast", expected one of none, penguin, a4nn, plateau
                    termination: {rules: 3}        | termination.rules: found 3, expected a list
                    termination: {rules: [{}]}     | termination.rules[1].kind: missing, expected one of settled, unpromising, converged, patience, diverged, never-learns
                    termination: {rules: [{kind: converged}, {kind: odd}]} | termination.rules[2].kind: found "odd", expected one of settled, unpromising, converged, patience, diverged, never-learns
                    termination: {rules: [{kind: converged, window: 1}]} | termination.rules[1].window: found 1, expected a whole number ≥ 2
                    termination: {rules: [{kind: converged, tolerance: 0}]} | termination.rules[1].tolerance: found 0.0, expected a finite number > 0
                    termination: {rules: [{kind: converged, minimum-epochs: -1}]} | termination.rules[1].minimum-epochs: found -1.0, expected a finite number ≥ 0
                    termination: {rules: [{kind: diverged, factor: 1}]} | termination.rules[1].factor: found 1.0, expected a finite number > 1
                    termination: {rules: [{kind: never-learns, patience: 2}]} | termination.rules[1].patience: found 2.0, expected a share in (0, 1]
                    termination: {rules: [{kind: never-learns, margin: 0}]} | termination.rules[1].margin: found 0.0, expected a finite number > 0
                    termination: {rules: [{kind: settled, tolerance: -1}]} | termination.rules[1].tolerance: found -1.0, expected a finite number > 0
                    termination: {rules: [{kind: settled, minimum-share: -2}]} | termination.rules[1].minimum-share: found -2.0, expected a share in [0, 1]
                    termination: {rules: [{kind: settled, minimum-shar: 2}]} | termination.rules[1]: Unknown key "minimum-shar"; did you mean "minimum-share"?
                    termination: {rules: [{kind: unpromising, minimum-share: 2}]} | termination.rules[1].minimum-share: found 2.0, expected a share in [0, 1]
                    termination: {rules: [{kind: unpromising, probability: 1}]} | termination.rules[1].probability: found 1.0, expected a number in (0, 1)
                    termination: {rules: [{kind: unpromising, top: 0}]} | termination.rules[1].top: found 0, expected a whole number from 1 to 100
                    termination: {rules: [{kind: unpromising, top: 101}]} | termination.rules[1].top: found 101, expected a whole number from 1 to 100
                    termination: {rules: [{kind: unpromising, tolerance: 0}]} | termination.rules[1].tolerance: found 0.0, expected a finite number > 0
                    termination: {rules: [{kind: patience, epochs: 0}]} | termination.rules[1].epochs: found 0.0, expected a finite number > 0
                    termination: {rules: [{kind: patience, minimum-delta: -1}]} | termination.rules[1].minimum-delta: found -1.0, expected a finite number ≥ 0
                    commons-weights: some          | commons-weights: found "some", expected one of none, last, best, all
                    termination: {tolerance: 0}    | termination.tolerance: found 0.0, expected a finite number > 0
                    termination: {engine: a4nn, tolerance: 2} | termination.tolerance: found 2.0, expected none with the engine a4nn, which has its own
                    termination: {history: all}    | termination.history: found "all", expected one of search, commons
                    termination: {history: 3}      | termination.history: found 3, expected one of search, commons
                    termination: {exploration: some} | termination.exploration: found "some", expected none, or a mapping of first, share and novelty
                    termination: {exploration: 4}  | termination.exploration: found 4, expected none, or a mapping of first, share and novelty
                    termination: {exploration: {first: -1}} | termination.exploration.first: found -1, expected a whole number ≥ 0
                    termination: {exploration: {first: 1.5}} | termination.exploration.first: found 1.5, expected a whole number
                    termination: {exploration: {share: 2}} | termination.exploration.share: found 2.0, expected a share in [0, 1]
                    termination: {exploration: {novelty: -1}} | termination.exploration.novelty: found -1.0, expected a finite number ≥ 0
                    termination: {exploration: {frist: 1}} | termination.exploration: Unknown key "frist"; did you mean "first"?
                    termination: {finalists: all}  | termination.finalists: found "all", expected none, or a mapping of improvement and share
                    termination: {finalists: [1]}  | termination.finalists: found [1], expected none, or a mapping of improvement and share
                    termination: {finalists: {improvement: -1}} | termination.finalists.improvement: found -1.0, expected a finite number ≥ 0
                    termination: {finalists: {share: -1}} | termination.finalists.share: found -1.0, expected a share in [0, 1]
                    space: {channels: 4}           | space.kind: missing, expected one of nsga-net-macro
                    space: {kind: micro}           | space.kind: found "micro", expected one of nsga-net-macro
                    space: nsga-net-macro          | space: found "nsga-net-macro", expected a mapping of keys
                    space: {kind: nsga-net-macro, channels: 0} | space.channels: found 0, expected a whole number from 1 to 4096
                    space: {kind: nsga-net-macro, phases: 17}  | space.phases: found 17, expected a whole number from 1 to 16
                    space: {kind: nsga-net-macro, nodes: 9}    | space.nodes: found 9, expected a whole number from 2 to 8
                    searcher: {kind: nsga-ii, population: 1}   | searcher.population: found 1, expected a whole number ≥ 2
                    searcher: {kind: nsga-ii, offspring: 0}    | searcher.offspring: found 0, expected a whole number ≥ 1
                    searcher: {kind: nsga-ii, pace: fast}      | searcher.pace: found "fast", expected one of steady, generational
                    searcher: {kind: random, novelty: some}    | searcher.novelty: found "some", expected one of
                    execution: 2                               | execution: found 2, expected a mapping of keys
                    execution: {workers: 0}                    | execution.workers: found 0, expected a whole number ≥ 1
                    execution: {threads: -1}                   | execution.threads: found -1, expected a whole number ≥ 1
                    execution: {device: tpu}                   | execution.device: found "tpu", expected auto, cpu, gpu or gpu:N
                    execution: {attempts: 0}                   | execution.attempts: found 0, expected a whole number ≥ 1
                    execution: {networks-per-worker: 0}        | execution.networks-per-worker: found 0, expected a whole number ≥ 1
                    execution: {worker-memory: 0}              | execution.worker-memory: found 0, expected a whole number ≥ 1
                    """)
    void aValueThatCannotBe(String line, String complaint) {
        assertThat(new Written(folder, Written.LEAST + line + "\n").complaint()).startsWith(": " + complaint);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    epochs: 0                       | training.epochs: found 0, expected a whole number ≥ 1
                    batch-size: 8                   | training.epochs: missing, expected a whole number
                    epochs: 5000000000              | training.epochs: found 5000000000, expected a whole number that is not so large
                    epochs: 5, batch-size: 1.5      | training.batch-size: found 1.5, expected a whole number
                    epochs: 5, batch-size: 0        | training.batch-size: found 0, expected a whole number ≥ 1
                    epochs: 5, gradient-clip: -1    | training.gradient-clip: found -1.0, expected a finite number ≥ 0
                    epochs: 5, gradient-clip: 1e999 | training.gradient-clip: found Infinity, expected a finite number ≥ 0
                    epochs: 5, checkpoints: never   | training.checkpoints: found "never", expected last, best, all or every N
                    epochs: 5, checkpoints: every 0 | training.checkpoints: found "every 0", expected last, best, all or every N
                    epochs: 5, fitness: val_acuracy | training.fitness: Unknown measure "val_acuracy"; did you mean "val_accuracy"?
                    epochs: 5, fitness: mflops      | training.fitness: Unknown measure "mflops"
                    epochs: 5, optimizer: {kind: adamw} | training.optimizer.kind: found "adamw", expected one of sgd, adam
                    epochs: 5, optimizer: {kind: sgd, learning-rate: 0}   | training.optimizer.learning-rate: found 0.0, expected a finite number > 0
                    epochs: 5, optimizer: {kind: sgd, learning-rate: fast} | training.optimizer.learning-rate: found "fast", expected a number
                    epochs: 5, optimizer: {kind: sgd, momentum: 1}        | training.optimizer.momentum: found 1.0, expected a number in [0, 1)
                    epochs: 5, optimizer: {kind: sgd, weight-decay: -1}   | training.optimizer.weight-decay: found -1.0, expected a finite number ≥ 0
                    epochs: 5, optimizer: {kind: sgd, nesterov: 1}        | training.optimizer.nesterov: found 1, expected true or false
                    epochs: 5, optimizer: {kind: sgd, nesterov: true, momentum: 0} | training.optimizer.nesterov: found true, expected false where the momentum is 0
                    epochs: 5, optimizer: {kind: adam, beta1: 1}          | training.optimizer.beta1: found 1.0, expected a number in [0, 1)
                    epochs: 5, optimizer: {kind: adam, beta2: -1}         | training.optimizer.beta2: found -1.0, expected a number in [0, 1)
                    epochs: 5, optimizer: {kind: adam, epsilon: 0}        | training.optimizer.epsilon: found 0.0, expected a finite number > 0
                    epochs: 5, schedule: {kind: cosine, floor: 2}         | training.schedule.floor: found 2.0, expected a share in [0, 1]
                    epochs: 5, schedule: {kind: step}                     | training.schedule.milestones: missing, expected a list
                    epochs: 5, schedule: {kind: step, milestones: [3, 2]} | training.schedule.milestones: found [3, 2], expected epochs ≥ 1, each later than the one before
                    epochs: 5, schedule: {kind: step, milestones: [3, ~]} | training.schedule.milestones[2]: missing, expected a whole number
                    epochs: 5, schedule: {kind: step, milestones: [3], gamma: 0} | training.schedule.gamma: found 0.0, expected a number in (0, 1]
                    """)
    void aTrainingThatCannotBe(String keys, String complaint) {
        String text = "dataset: {kind: diffraction}\nbudget: {networks: 1}\ntraining: {%s}\n".formatted(keys);
        assertThat(new Written(folder, text).complaint()).startsWith(": " + complaint);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    kind: diffraction, pixels: 1         | dataset.pixels: found 1, expected a whole number from 2 to 4096
                    kind: diffraction, beam: 0           | dataset.beam: found 0.0, expected a finite number > 0
                    kind: diffraction, train: 7          | dataset.train: found 7, expected an even number of patterns ≥ 2
                    kind: diffraction, validation: 0     | dataset.validation: found 0, expected an even number of patterns ≥ 2
                    kind: diffraction, test: -2          | dataset.test: found -2, expected an even number of patterns ≥ 0
                    kind: diffraction, structures: [a]   | dataset.structures: found [a], expected two files of different names, one for each conformation
                    kind: diffraction, structures: [x/a.pdb, a.pdb] | dataset.structures: found [x/a.pdb, a.pdb], expected two files of different names
                    kind: diffraction, transform: log    | dataset.transform: found "log", expected one of none, log1p
                    kind: idx                            | dataset.images: missing, expected a text
                    kind: idx, images: a                 | dataset.labels: missing, expected a text
                    kind: idx, images: a, labels: b, test-images: c | dataset.test-labels: missing, expected a file beside c
                    kind: idx, images: a, labels: b, test-labels: c | dataset.test-images: missing, expected a file beside c
                    kind: idx, images: a, labels: b, train: 1.5     | dataset.train: found 1.5, expected a share up to 1 or a whole number of images, > 0
                    kind: idx, images: a, labels: b, train: 0       | dataset.train: found 0.0, expected a share up to 1 or a whole number of images, > 0
                    kind: folder, path: a, validation: -1           | dataset.validation: found -1.0, expected a share up to 1 or a whole number of images, > 0
                    kind: folder, path: a, test: 1e999              | dataset.test: found Infinity, expected a share up to 1 or a whole number of images, ≥ 0
                    kind: folder                                    | dataset.path: missing, expected a text
                    kind: folder, path: a, pattern: "("             | dataset.pattern: found "(", expected a regular expression (unclosed group)
                    kind: folder, path: a, pattern: "a+"            | dataset.pattern: found "a+", expected a group (?<class>…) that tells the class
                    kind: mnist                                     | dataset.kind: found "mnist", expected one of idx, folder, diffraction
                    """)
    void aDatasetThatCannotBe(String keys, String complaint) {
        String text = "dataset: {%s}\nbudget: {networks: 1}\ntraining: {epochs: 1}\n".formatted(keys);
        assertThat(new Written(folder, text).complaint()).startsWith(": " + complaint);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    name: f, formula: a x                         | .parameters: missing, expected a mapping of keys
                    formula: a x, parameters: {a: {}}             | .name: missing, expected a text
                    name: f, parameters: {a: {}}                  | .formula: missing, expected a text
                    name: My f, formula: a x, parameters: {a: {}} | .name: found "My f", expected up to 40 lower-case letters and digits, with dashes between words
                    name: hill3, formula: a x, parameters: {a: {}} | .name: found "hill3", expected a name that is not taken; it is that of the function hill, a x^d / (b^d + x^d)
                    name: f, formula: a + q x, parameters: {a: {}} | .formula: found "a + q x", expected "q" to be x, one of the parameters a, e, pi or one of the functions abs,
                    name: f, formula: a x, parameters: {a: {}, b: {}} | .formula: found "a x", expected the parameter b to occur in it
                    name: f, formula: a + 1, parameters: {a: {}}  | .formula: found "a + 1", expected x, the epoch, to occur in it
                    name: f, formula: a * (x, parameters: {a: {}} | .formula: found "a * (x", expected values on both sides of every operator, closed parentheses
                    name: f, formula: 5, parameters: {a: {}}      | .formula: found 5, expected a text
                    name: f, formula: a x, parameters: [a]        | .parameters: found ["a"], expected a mapping of keys
                    name: f, formula: a x, parameters: {}         | .parameters: found 0, expected 1 to 6
                    name: f, formula: x, parameters: {x: {}}      | .parameters: found "x", expected names of up to 30 letters, digits and underscores that are not x, e, pi or a function's
                    name: f, formula: a x, parameters: {a: 5}     | .parameters.a: found 5, expected a mapping of keys
                    name: f, formula: a x, parameters: {a: }      | .parameters.a: missing, expected a mapping of keys
                    name: f, formula: a x, parameters: {a: {lower: 2, upper: 1}} | .parameters.a.upper: found 1.0, expected a number > lower, which is 2.0
                    name: f, formula: a x, parameters: {a: {lower: 1, start: 0}} | .parameters.a.start: found 0.0, expected a number within the bounds [1.0, Infinity]
                    name: f, formula: a x, parameters: {a: {upper: 1e999}} | .parameters.a.upper: found Infinity, expected a finite number
                    name: f, formula: a x, parameters: {a: {start: low}}   | .parameters.a.start: found "low", expected a number
                    name: f, formula: a x, parameters: {a: {begin: 1}}     | .parameters.a: Unknown key "begin"; did you mean "meaning"? Known are: lower, meaning, start, upper
                    name: f, formula: a x, parameters: {a: {}}, covers: [steped] | .covers[1]: found "steped", expected one of learning, delayed, never-learns, diverged, collapsed, overfitting, noisy, stepped
                    name: f, formula: a x, parameters: {a: {}}, covers: noisy    | .covers: found "noisy", expected a list
                    """)
    void aFunctionThatCannotBe(String keys, String complaint) {
        String text = Written.LEAST + "termination: {functions: [{%s}]}\n".formatted(keys);
        assertThat(new Written(folder, text).complaint())
                .startsWith(": termination.functions[1]" + complaint)
                .doesNotContain("\n");
    }

    @Test
    void functionsMustHaveNamesOfTheirOwnAndAnEngineThatUsesThem() {
        String function = "{name: f, formula: a x, parameters: {a: {}}}";
        assertThat(new Written(
                                folder,
                                Written.LEAST + "termination: {functions: [%s, %s]}\n".formatted(function, function))
                        .complaint())
                .isEqualTo(": termination.functions[2].name: found \"f\", expected each name once");
        assertThat(new Written(
                                folder,
                                Written.LEAST + "termination: {engine: a4nn, functions: [%s]}\n".formatted(function))
                        .complaint())
                .isEqualTo(
                        ": termination.functions: found \"f\", expected none with the engine a4nn, which has its own");
        assertThat(new Written(folder, Written.LEAST + "termination: {functions: 3}\n").complaint())
                .isEqualTo(": termination.functions: found 3, expected a list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "x+", "sin(", "x", "1", "a"})
    void aHostileFormulaIsRefusedInOneShortLine(String piece) {
        String formula = piece.repeat(1_000_000 / piece.length());
        String text = Written.LEAST
                + "termination: {functions: [{name: f, formula: \"%s\", parameters: {a: {}}}]}\n".formatted(formula);
        assertThat(new Written(folder, text).complaint())
                .startsWith(": termination.functions[1].formula: found \"" + piece)
                .endsWith("…\", expected at most 500 characters, but it has 1000000")
                .hasSizeLessThan(250);
        String name = Written.LEAST
                + "termination: {functions: [{name: f, formula: a x, parameters: {a: {}, %s: {}}}]}\n"
                        .formatted("b".repeat(1000));
        assertThat(new Written(folder, name).complaint()).hasSizeLessThan(300);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                | budget: found {}, expected at least one of networks, epochs, hours, joules and stagnation
                    {networks: 0}     | budget.networks: found 0, expected a whole number ≥ 1
                    {epochs: 0}       | budget.epochs: found 0.0, expected a finite number > 0
                    {hours: -1}       | budget.hours: found -1.0, expected a finite number > 0
                    {joules: 1e999}   | budget.joules: found Infinity, expected a finite number > 0
                    {stagnation: 0}   | budget.stagnation: found 0, expected a whole number ≥ 1
                    5                 | budget: found 5, expected a mapping of keys
                    """)
    void aBudgetThatCannotBe(String value, String complaint) {
        String text = "dataset: {kind: diffraction}\ntraining: {epochs: 1}\nbudget: %s\n".formatted(value);
        assertThat(new Written(folder, text).complaint()).startsWith(": " + complaint);
    }

    @Test
    void aSectionThatMustBeThereIsMissed() {
        assertThat(new Written(folder, "dataset: {kind: diffraction}\nbudget: {networks: 1}\n").complaint())
                .isEqualTo(": training: missing, expected a mapping of keys");
        assertThat(new Written(folder, "training: {epochs: 1}\nbudget: {networks: 1}\n").complaint())
                .isEqualTo(": dataset: missing, expected a mapping of keys");
        assertThat(new Written(folder, "dataset: {kind: diffraction}\ntraining: {epochs: 1}\n").complaint())
                .isEqualTo(": budget: missing, expected a mapping of keys");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    seeed: 1                                      | Unknown key "seeed"; did you mean "seed"? Known are: budget, commons, commons-weights, dataset, execution, name,
                    Seed: 1                                       | Unknown key "Seed"; did you mean "seed"?
                    execution: {worker: 1}                        | execution: Unknown key "worker"; did you mean "workers"?
                    execution: {networks_per_worker: 1}           | execution: Unknown key "networks_per_worker"; did you mean "networks-per-worker"?
                    space: {kind: nsga-net-macro, chanels: 1}     | space: Unknown key "chanels"; did you mean "channels"? Known are: channels, nodes, phases
                    termination: {engines: none}                  | termination: Unknown key "engines"; did you mean "engine"?
                    termination: {rules: [{kind: diverged, fac: 2}]} | termination.rules[1]: Unknown key "fac"; did you mean "factor"?
                    objectives: [val_acuracy]                     | objectives[1]: Unknown measure "val_acuracy"; did you mean "val_accuracy"?
                    """)
    void anUnknownKeyIsAnErrorWithTheNearestKnownOne(String line, String complaint) {
        assertThat(new Written(folder, Written.LEAST + line + "\n").complaint())
                .startsWith(": " + complaint)
                .doesNotContain("\n");
    }
}
