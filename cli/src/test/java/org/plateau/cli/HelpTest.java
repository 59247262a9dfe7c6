package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class HelpTest {
    private static final int TERMINAL_WIDTH = 80;

    static Stream<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        collect(Main.commandLine(), List.of(), commands);
        return commands.stream();
    }

    private static void collect(CommandLine command, List<String> words, List<List<String>> commands) {
        commands.add(words);
        command.getSubcommands().forEach((name, subcommand) -> {
            if (!name.equals("help")) {
                List<String> longer = new ArrayList<>(words);
                longer.add(name);
                collect(subcommand, longer, commands);
            }
        });
    }

    @Test
    void allCommandsAreLookedAt() {
        assertThat(commands().map(words -> String.join(" ", words)))
                .contains(
                        "",
                        "search",
                        "status",
                        "stop",
                        "predict",
                        "functions",
                        "data generate diffraction",
                        "data describe",
                        "commons list",
                        "commons show",
                        "commons predict",
                        "commons onnx",
                        "commons weights",
                        "commons search",
                        "commons similar",
                        "commons note",
                        "commons tag",
                        "commons name",
                        "commons rebuild",
                        "reproduce",
                        "worker");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfWithAnExampleThatIsRightUsage(List<String> words) {
        List<Object> arguments = new ArrayList<>(words);
        arguments.add("--help");
        Said said = Said.by(arguments.toArray());
        assertThat(said.code()).isZero();
        assertThat(said.messages()).isEmpty();
        assertThat(said.out()).contains("Usage: plateau").containsPattern("(?m)^Examples?:$");
        assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TERMINAL_WIDTH));
        List<String> examples = said.out()
                .lines()
                .dropWhile(line -> !line.startsWith("Example"))
                .filter(line -> line.startsWith("  plateau "))
                .toList();
        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            assertThat(example).startsWith("  " + String.join(" ", prefixed(words)));
            String[] typed = example.strip().substring("plateau ".length()).split(" ");
            assertThat(Main.commandLine().parseArgs(typed).errors()).isEmpty();
        });
    }

    private static List<String> prefixed(List<String> words) {
        List<String> all = new ArrayList<>(List.of("plateau"));
        all.addAll(words);
        return all;
    }

    @Test
    void helpIsAlsoACommand() {
        assertThat(Said.by("help", "stop").out())
                .isEqualTo(Said.by("stop", "--help").out());
    }

    @Test
    void theVersionNamesTheCommit() {
        Said said = Said.by("--version");
        assertThat(said.code()).isZero();
        assertThat(said.out()).matches("plateau \\S+ \\(commit \\S+\\)\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serch x",
                "search",
                "search a.yaml b.yaml",
                "search a.yaml --sed 3",
                "search a.yaml --format csv",
                "predict --horizon 3",
                "predict a.csv",
                "predict a.csv --horizon x",
                "predict a.csv --horizon 0",
                "predict a.csv --horizon NaN",
                "predict a.csv --horizon 3 --preset fast",
                "predict a.csv --horizon 3 --measure A+B",
                "functions weibul",
                "functions --horizon 0",
                "functions weibull --horizon NaN",
                "functions --svg all.svg",
                "functions --format xml",
                "commons",
                "commons lst",
                "commons list --limit 0",
                "commons search fitness --limit 0",
                "commons similar",
                "commons note abc",
                "commons tag abc",
                "commons name",
                "commons list --sort size",
                "data",
                "data generate",
                "data generate diffraction --pixels 1",
                "data generate diffraction --beam 0",
                "data generate diffraction --train 3",
                "data generate diffraction --structures one.pdb",
                "data generate diffraction --structures one.pdb one.pdb",
                "data generate diffraction --train 2000000000",
                "stop",
                "stop run --wait -1",
                "worker",
                "worker folder --stdin",
                "worker --stdin"
            })
    void wrongUsageIsToldInTwoLinesAndExitCode2(String line) {
        Said said = Said.by((Object[]) line.split(" "));
        assertThat(said.code()).isEqualTo(Failures.WRONG_USAGE);
        assertThat(said.out()).isEmpty();
        assertThat(said.messages().lines()).hasSize(2);
        assertThat(said.messages())
                .startsWith("plateau: ")
                .contains("\nSee plateau")
                .endsWith(" --help\n");
    }

    @Test
    void theNearestKnownWordIsSuggested() {
        assertThat(Said.by("serch").messages()).startsWith("plateau: Unknown command serch; did you mean search?");
        assertThat(Said.by("search", "a", "--sed", "3").messages())
                .startsWith("plateau: Unknown option --sed; did you mean --seed?");
        assertThat(Said.by("functions", "weibul").messages()).contains("did you mean \"weibull\"?");
        assertThat(Said.by("commons", "list", "--sort", "x").messages())
                .contains("expected one of newest, asked, fitness, flops, epochs, but was \"x\"");
    }
}
