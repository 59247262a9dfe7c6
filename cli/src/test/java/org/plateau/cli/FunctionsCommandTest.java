package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plateau.formats.json.PlateauJson;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.shape.CurveShape;

final class FunctionsCommandTest {
    private static final String OWN = """
            functions:
            - name: square-root
              formula: a + b sqrt(x)
              parameters:
                b: {meaning: gain, start: 10}
                a: {meaning: start, lower: 0, upper: 100}
              covers: [learning, noisy]
            """;

    @TempDir
    private Path folder = Path.of("");

    static List<ParametricFunction> all() {
        return FunctionIndex.standard().all();
    }

    private static JsonNode json(Object... words) throws JsonProcessingException {
        return PlateauJson.mapper()
                .readTree(Said.by(Stream.concat(Stream.of(words), Stream.of("--format", "json"))
                                .toArray())
                        .out());
    }

    private Path own(String text) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), text);
    }

    @Test
    void allFunctionsOfTheIndexAreListed() throws JsonProcessingException {
        List<String> names = all().stream().map(ParametricFunction::name).toList();
        JsonNode list = json("functions");
        assertThat(list.valueStream().map(row -> row.path("name").asText())).isEqualTo(names);
        Said table = Said.by("functions");
        assertThat(table.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(table.out().lines().map(line -> line.split(" ", 2)[0])).containsAll(names);
        assertThat(table.out()).contains("a x^b + c", "a b c · learning", "Domhan 2015");
        assertThat(Said.by("functions", "--format", "csv").out().lines())
                .hasSize(names.size() + 1)
                .startsWith("name,aliases,formula,parameters,shapes,sources");
    }

    @Test
    void oneIsExplainedWithAllThatIsKnownAndADrawing() {
        Said said = Said.by("functions", "weibull");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("weibull: a - b e^(-c x^d)\n")
                .contains("parameter", "meaning", "from", "to", "start")
                .contains("also         wbl4, janoschek, exp4")
                .contains("covers       learning, delayed", "derivatives  analytic", "Domhan et al., IJCAI (2015)")
                .contains("   value\n", "12.5", "25  epoch", "* learning   o delayed");
        assertThat(said.out().lines().filter(line -> line.contains("***"))).hasSizeGreaterThan(3);
        assertThat(said.out().lines().filter(line -> line.contains("ooo"))).hasSizeGreaterThan(3);
        assertThat(Said.by("functions", "weibull", "--horizon", "200").out()).contains("200  epoch");
    }

    @Test
    void jsonHasEverythingOfOneFunction() throws JsonProcessingException {
        JsonNode hill = json("functions", "log-power");
        assertThat(hill.path("name").asText()).isEqualTo("hill");
        assertThat(hill.path("aliases").valueStream().map(JsonNode::asText))
                .containsExactly("hill3", "log-power", "logpower3");
        JsonNode parameter = hill.path("parameters").path(1);
        assertThat(parameter.path("name").asText()).isEqualTo("b");
        assertThat(parameter.path("lower").asDouble()).isEqualTo(1e-9);
        assertThat(parameter.path("upper").isNull()).isTrue();
        assertThat(parameter.has("meaning") && parameter.has("start")).isTrue();
        assertThat(hill.path("shapes").valueStream().map(JsonNode::asText)).containsExactly("learning", "delayed");
        assertThat(hill.path("smallest_epoch").asDouble()).isZero();
        assertThat(hill.path("derivatives").asText()).isEqualTo("analytic");
        assertThat(hill.path("sources").path(0).path("publication").asText()).startsWith("Domhan");
        assertThat(hill.path("sources").path(0).path("year").asInt()).isEqualTo(2015);
        assertThat(hill.path("sources").path(0).path("equation").asText()).startsWith("table 1, Hill3");
        assertThat(hill.path("evidence").isArray()).isTrue();
        assertThat(hill.path("typical").path(0).path("coefficients").path("a").asDouble())
                .isBetween(80.0, 120.0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFunctionIsDrawn(ParametricFunction function) throws IOException {
        Path svg = folder.resolve("drawing.svg");
        Said said = Said.by("functions", function.name(), "--svg", svg);
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("   value\n").contains("***");
        assertThat(Files.readString(svg))
                .contains("<path class=\"function\"", ">" + function.name() + "<")
                .doesNotContain("no data", "NaN");
        for (CurveShape shape : function.entry().covers()) {
            if (shape != CurveShape.NOISY) {
                assertThat(said.out()).containsPattern("(?m)^ {9}.*[*o+] " + shape.word());
            }
        }
    }

    @Test
    void aFunctionOfTheUsersOwnIsListedAndExplained() throws IOException {
        Path file = own(OWN);
        assertThat(Said.by("functions", "--functions", file).out())
                .contains("square-root", "a + b sqrt(x)", "b a · learning, noisy");
        Said said = Said.by("functions", "square-root", "--functions", file);
        assertThat(said.out())
                .contains("derivatives  central differences, since only its values are known")
                .contains("sources      your configuration", "* learning");
        JsonNode json = json("functions", "square-root", "--functions", file);
        assertThat(json.path("derivatives").asText()).isEqualTo("central differences");
        assertThat(json.path("sources")).isEmpty();
        assertThat(json.path("parameters").path(0).path("lower").isNull()).isTrue();
        assertThat(json.path("parameters").path(1).path("start").asDouble()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            functions: []                         | : functions: found [], expected at least one function
            function: 3                           | : functions: missing, expected a list
            functions: [{name: weibull, formula: a x, parameters: {a: {}}}] | : functions[1].name: found "weibull", expected a name that is not taken; it is that of the function weibull, a - b e^(-c x^d)
            functions: [{name: f, formula: a x + q, parameters: {a: {}}}]   | : functions[1].formula: found "a x + q", expected "q" to be x, one of the parameters a,
            functions: [{name: f, formula: a x, parameters: {a: {lower: 3, upper: 2}}}] | : functions[1].parameters.a.upper: found 2.0, expected a number > lower, which is 3.0
            ``                                    | : found nothing, expected a mapping of keys
            """)
    void aFileOfFunctionsThatCannotBeUsedIsToldInOneLine(String text, String complaint) throws IOException {
        Path file = own(text);
        for (Object[] words : new Object[][] {
            {"functions", "--functions", file}, {"predict", "none.csv", "--horizon", "25", "--functions", file}
        }) {
            Said said = Said.by(words);
            assertThat(said.code()).isEqualTo(Failures.WRONG_USAGE);
            assertThat(said.out()).isEmpty();
            assertThat(said.messages().lines()).singleElement().satisfies(line -> assertThat(line)
                    .startsWith("plateau: " + file + complaint));
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent.yaml");
        assertThat(Said.by("functions", "--functions", absent).messages())
                .isEqualTo("plateau: There is no file %s; expected a file of functions\n".formatted(absent));
    }
}
