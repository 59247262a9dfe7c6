package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.formats.json.PlateauJson;
import org.plateau.prediction.function.Evidence;
import org.plateau.prediction.function.EvidenceTable;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.shape.CurveShape;
import org.xml.sax.InputSource;

final class EvaluateCommandTest {
    private static final String HEADER = "source,curve_id,dataset,architecture,metric,epoch,value\n";

    @TempDir
    private Path folder = Path.of("");

    private static String curve(String id, String metric, double... values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append("test,%s,digits,cnn,%s,%d,%s\n".formatted(id, metric, i + 1, values[i]));
        }
        return text.toString();
    }

    /** Three curves of four epochs, a shorter one and one that diverges. */
    private Path curves() throws IOException {
        return file(
                "curves.csv",
                HEADER
                        + curve("a", "valid_accuracy", 10, 20, 30, 40)
                        + curve("b", "valid_accuracy", 50, 50, 50, 50)
                        + curve("short", "valid_accuracy", 50, 60)
                        + curve("c", "valid_accuracy", 20, 30, 60, 80)
                        + curve("d", "valid_accuracy", 70, 60, Double.NaN, Double.NaN));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode json(Said said) {
        try {
            return PlateauJson.mapper().readTree(said.out());
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + said.out(), e);
        }
    }

    @Test
    void aSmallGroupComesToWhatAPencilGives() throws IOException {
        Said said = Said.by("evaluate", curves(), "--rules", "last,stop-all-1", "--format", "json");

        assertThat(said.code()).isZero();
        assertThat(said.messages()).isEmpty();
        JsonNode last = json(said).get(0);
        assertThat(names(last))
                .containsExactly(
                        "source",
                        "dataset",
                        "metric",
                        "rule",
                        "curves",
                        "excluded",
                        "terminated",
                        "saved",
                        "mae",
                        "mae_all",
                        "median_error",
                        "coverage80",
                        "kendall",
                        "regret1",
                        "regret5",
                        "regret10",
                        "recall10",
                        "micros");
        assertThat(last.get("source").textValue()).isEqualTo("test");
        assertThat(last.get("dataset").textValue()).isEqualTo("digits");
        assertThat(last.get("metric").textValue()).isEqualTo("val_accuracy");
        assertThat(last.get("rule").textValue()).isEqualTo("last");
        assertThat(last.get("curves").intValue()).isEqualTo(4);
        assertThat(last.get("excluded").intValue()).isEqualTo(1);
        // Only b stays the same for three epochs, at the third of four.
        assertThat(last.get("terminated").intValue()).isEqualTo(1);
        assertThat(last.get("saved").doubleValue()).isCloseTo(1 / 16.0, within(1e-12));
        assertThat(last.get("mae").doubleValue()).isZero();
        assertThat(last.get("mae_all").doubleValue()).isZero();
        assertThat(last.get("kendall").doubleValue()).isEqualTo(1);
        assertThat(last.get("regret1").doubleValue()).isZero();
        assertThat(last.get("coverage80").isNull()).isTrue();
        assertThat(last.get("recall10").isNull()).isTrue();

        JsonNode all = json(said).get(1);
        // All four are among the best ten, so that nothing is saved.
        assertThat(all.get("rule").textValue()).isEqualTo("stop-all-1");
        assertThat(all.get("terminated").intValue()).isZero();
        assertThat(all.get("saved").doubleValue()).isZero();
        assertThat(all.get("mae").isNull()).isTrue();
        assertThat(all.get("micros").isNull()).isTrue();
    }

    @Test
    void forecastsAtAShareOfTheEpochsAreScored() throws IOException {
        Said said = Said.by(
                "evaluate",
                curves(),
                "--at",
                "0.5,0.75",
                "--rules",
                "best,last with past residuals",
                "--format",
                "json");

        assertThat(said.code()).isZero();
        JsonNode rows = json(said);
        assertThat(rows).hasSize(4);
        assertThat(names(rows.get(0)))
                .containsExactly(
                        "source",
                        "dataset",
                        "metric",
                        "at",
                        "predictor",
                        "curves",
                        "mae",
                        "median_error",
                        "coverage80",
                        "interval_score",
                        "kendall",
                        "micros");
        assertThat(rows.get(0).get("at").doubleValue()).isEqualTo(0.5);
        assertThat(rows.get(0).get("predictor").textValue()).isEqualTo("best");
        assertThat(rows.get(0).get("curves").intValue()).isEqualTo(4);
        assertThat(rows.get(0).get("mae").doubleValue()).isEqualTo((20 + 0 + 50 + 70) / 4.0);
        // d has diverged by then.
        assertThat(rows.get(2).get("mae").doubleValue()).isEqualTo((10 + 0 + 20 + 0) / 4.0);
        assertThat(rows.get(2).get("interval_score").isNull()).isTrue();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void csvAndJsonSayTheSame() throws IOException {
        Path file = curves();
        JsonNode json = json(Said.by("evaluate", file, "--rules", "patience,stop-all-2", "--format", "json"));
        String csv = Said.by("evaluate", file, "--rules", "patience,stop-all-2", "--format", "csv")
                .out();
        List<Map<String, String>> rows;
        try (var values = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(csv)) {
            rows = values.readAll();
        }
        assertThat(rows).hasSize(2).hasSameSizeAs(json);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode object = json.get(i);
            rows.get(i).forEach((column, value) -> assertThat(value)
                    .isEqualTo(
                            object.get(column).isNull()
                                    ? ""
                                    : object.get(column).asText()));
        }
    }

    @Test
    void theTableHasAHeadingForEachGroupAndFitsATerminal() throws IOException {
        Path two = file("two.csv", HEADER + curve("a", "val_accuracy", 1, 2, 3) + curve("a", "val_loss", 3, 2, 1));
        String table = Said.by("evaluate", two, "--rules", "last,plateau without history")
                .out();

        assertThat(table)
                .contains("test · digits · val_accuracy: 1 to epoch 3, 0 more that tell no truth\nrule ")
                .contains("\n\ntest · digits · val_loss: 1 to epoch 3")
                .contains("plateau without history  ");
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void everyRowAndPredictorIsThereIfNoneIsNamed() throws IOException {
        Path file = file(
                "pair.csv",
                HEADER
                        + curve("a", "val_accuracy", 10, 40, 50, 55, 57, 58)
                        + curve("b", "val_accuracy", 20, 30, 60, 65, 70, 71));
        List<String> rules = texts(
                json(Said.by("evaluate", file, "--tolerance", "0.1,2", "--slots", 2, "--seed", 7, "--format", "json")),
                "rule");
        List<String> predictors =
                texts(json(Said.by("evaluate", file, "--at", "0.5", "--format", "json")), "predictor");

        assertThat(rules)
                .contains(
                        "last",
                        "best",
                        "power-offset",
                        "linear function",
                        "patience",
                        "median",
                        "successive-halving",
                        "stop-all-1",
                        "stop-all-2",
                        "stop-all-4",
                        "stop-all-8",
                        "penguin",
                        "a4nn",
                        "linear-1",
                        "linear-2",
                        "linear-3",
                        "nearest",
                        "plateau without history",
                        "plateau with history",
                        "plateau",
                        "plateau@0.1",
                        "plateau@2")
                .doesNotHaveDuplicates();
        assertThat(predictors)
                .contains(
                        "last",
                        "best",
                        "power-offset",
                        "median of functions",
                        "penguin",
                        "linear",
                        "nearest",
                        "last with past residuals",
                        "plateau without history",
                        "plateau with history",
                        "plateau")
                .doesNotHaveDuplicates();
    }

    private static List<String> texts(JsonNode rows, String column) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.get(column).textValue()));
        return texts;
    }

    @Test
    void aRowThatLacksWhatItNeedsSaysSoAndHasNoFigures() throws IOException {
        Said said = Said.by("evaluate", curves(), "--rules", "linear-1,linear-2", "--format", "json");

        assertThat(said.code()).isZero();
        assertThat(said.messages())
                .isEqualTo("plateau: No figures for linear-1, linear-2 on test digits val_accuracy: they need a series"
                        + " measured on training data\n");
        assertThat(json(said).get(0).get("terminated").isNull()).isTrue();
        assertThat(json(said).get(0).get("saved").isNull()).isTrue();
    }

    @Test
    void whatIsFaultyIsNamedAndTheRestIsEvaluated() throws IOException {
        Path faulty = file(
                "faulty.csv",
                HEADER
                        + curve("a", "val_accuracy", 10, 20)
                        + curve("a", "val_accuracy", 10)
                        + curve("high", "val_accuracy", 10, 150)
                        + "test,minus,digits,cnn,val_accuracy,-1,50\n"
                        + "test,gap,digits,cnn,val_accuracy,,50\n"
                        + curve("odd", "val_charm", 1, 2)
                        + "test,cut\n"
                        + curve("fine", "val_accuracy", 10, 30)
                        + curve("fine too", "val_accuracy", 10, 30));
        Path columns = file("columns.csv", "id,step,loss\n1,2,3\n");
        Path training = file("training.csv", HEADER + curve("t", "train_loss", 3, 2));
        Path absent = folder.resolve("absent.csv");

        Said said = Said.by("evaluate", faulty, columns, training, absent, "--rules", "last", "--format", "json");

        assertThat(said.code()).isEqualTo(Failures.FAILED);
        assertThat(said.messages().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("faulty.csv, line 4: ", "\"epoch\" is \"1.0\"", "out of order"),
                        line -> assertThat(line)
                                .contains("faulty.csv, line 6: ", "\"value\" is \"150.0\"", "[0.0, 100.0]"),
                        line -> assertThat(line)
                                .contains("faulty.csv, line 7: ", "\"epoch\" is \"-1.0\"", "a finite number ≥ 0"),
                        line -> assertThat(line).contains("faulty.csv, line 8: ", "\"epoch\" is \"\"", "a number"),
                        line -> assertThat(line).contains("faulty.csv, line 9: ", "\"val_charm\" is unknown"),
                        line -> assertThat(line).contains("faulty.csv, line 11: ", "found 2 fields, expected 7"),
                        line -> assertThat(line).contains("columns.csv, line 1: ", "id,step,loss", "curve_id"),
                        line -> assertThat(line)
                                .contains("training.csv has no series measured on validation or test data"),
                        line -> assertThat(line).contains("absent.csv: there is no such file"));
        assertThat(json(said)).hasSize(1);
        assertThat(json(said).get(0).get("curves").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --rules lats        | --rules: Unknown rule "lats"; did you mean "last"?
            --at 0.5 --rules x  | --rules: Unknown predictor "x"
            --at 1.5            | --at takes shares between 0 and 1, but was 1.5
            --at x              | --at
            --evidence --at .5  | --evidence compares functions; leave --at, --rules and --tolerance out
            --evidence --format json | --evidence prints CSV; leave --format out
            --tolerance 0       | --tolerance takes numbers > 0, but was 0.0
            --slots 0           | --slots must be at least 1, but was 0
            --first -1          | --first must be at least 0, but was -1
            --metric val_acc    | --metric: Unknown measure "val_acc"; did you mean "val_accuracy"?
            --curves [          | --curves is no regular expression
            --format svg --at .5| --format svg draws searches; leave --at out
            --format xml        | --format
            """)
    void wrongUsageIsExplained(String options, String expected) throws IOException {
        List<Object> words = new ArrayList<>(List.of("evaluate", curves()));
        words.addAll(List.of(options.split(" ")));

        Said said = Said.by(words.toArray());

        assertThat(said.code()).isEqualTo(Failures.WRONG_USAGE);
        assertThat(said.messages()).startsWith("plateau: ").contains(expected, "See plateau evaluate --help");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void measuresAndTrainingsCanBeChosen() throws IOException {
        Path two = file(
                "two.csv",
                HEADER
                        + curve("full_1", "valid_accuracy", 1, 2, 3)
                        + curve("full_1", "valid_loss", 3, 2, 1)
                        + curve("stopped_1", "valid_accuracy", 1, 2, 3));

        JsonNode rows = json(Said.by(
                "evaluate",
                two,
                "--rules",
                "last",
                "--metric",
                "valid_accuracy",
                "--curves",
                "^full",
                "--format",
                "json"));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("metric").textValue()).isEqualTo("val_accuracy");
        assertThat(rows.get(0).get("curves").intValue()).isEqualTo(1);
    }

    @Test
    void theDrawingIsAnImageWithAMarkForEachRule() throws Exception {
        Said said = Said.by("evaluate", curves(), "--rules", "last,plateau,stop-all-1", "--format", "svg");

        assertThat(said.code()).isZero();
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(said.out())));
        assertThat(document.getDocumentElement().getLocalName()).isEqualTo("svg");
        assertThat(said.out()).contains("test · digits · val_accuracy (4 trainings)", "last: Kendall");
    }

    @Test
    void aCommonsIsEvaluatedSearchBySearchInTheOrderAsked() {
        Path database = RecordedSearch.commons(
                folder.resolve("plateau.db"),
                4,
                new double[] {10, 20},
                new double[] {50, 50, 50, 50},
                new double[] {10, 20},
                new double[] {10, 20},
                new double[] {20, 30, 60, 80});

        Said said = Said.by("evaluate", database, "--rules", "last", "--format", "json");

        assertThat(said.messages()).isEmpty();
        assertThat(said.code()).isZero();
        JsonNode rows = json(said);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("source").textValue()).isEqualTo("s1");
        assertThat(rows.get(0).get("dataset").textValue()).isEqualTo("digits");
        assertThat(rows.get(0).get("metric").textValue()).isEqualTo("val_accuracy");
        assertThat(rows.get(0).get("curves").intValue()).isEqualTo(2);
        assertThat(rows.get(0).get("excluded").intValue()).isEqualTo(3);
        assertThat(rows.get(0).get("terminated").intValue()).isEqualTo(1);
    }

    @Test
    void evidenceIsATableOfFunctionsAndKindsThatCanBeReadAgain() throws IOException {
        double[] learning = IntStream.rangeClosed(1, 20)
                .mapToDouble(epoch -> 90 - 80 * Math.exp(-0.3 * epoch))
                .toArray();
        double[] flat = new double[20];
        Arrays.fill(flat, 10);
        Path curves =
                file("kinds.csv", HEADER + curve("a", "valid_accuracy", learning) + curve("b", "valid_accuracy", flat));

        Said said = Said.by("evaluate", curves, "--evidence");

        assertThat(said.messages()).isEmpty();
        assertThat(said.code()).isZero();
        EvidenceTable table = EvidenceTable.read(new StringReader(said.out()), "stdout");
        assertThat(table.of(FunctionIndex.standard().named("constant")))
                .filteredOn(row -> row.shape() == CurveShape.NEVER_LEARNS)
                .containsExactly(new Evidence("constant", CurveShape.NEVER_LEARNS, 1, 1, 0));
        assertThat(table.rows().stream().mapToInt(Evidence::wins).sum()).isEqualTo(2);
    }

    @Test
    void functionsOfTheUsersOwnAreRowsToo() throws IOException {
        Path functions = file("functions.yaml", """
                functions:
                  - name: root
                    formula: a + b * sqrt(x)
                    parameters: {a: {}, b: {}}
                """);

        JsonNode rows = json(Said.by(
                "evaluate", curves(), "--functions", functions, "--at", "0.5", "--rules", "root", "--format", "json"));

        assertThat(rows.get(0).get("predictor").textValue()).isEqualTo("root");
        assertThat(rows.get(0).get("mae").isNumber()).isTrue();
    }

    @Test
    void a4nnsAndPenguinsOwnFilesAreRead() throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(Shared.folder("a4nn").resolve("full_1e14.csv"));
        try (var penguin = Files.list(Shared.folder("penguin"))) {
            penguin.sorted().forEach(files::add);
        }
        List<Object> words = new ArrayList<>(List.of("evaluate"));
        words.addAll(files);
        words.addAll(List.of("--rules", "linear-2", "--metric", "val_accuracy", "--format", "json"));

        JsonNode rows = json(Said.by(words.toArray()));

        assertThat(texts(rows, "source")).containsExactly("a4nn", "penguin");
        assertThat(rows.get(0).get("curves").intValue()).isEqualTo(100);
        assertThat(rows.get(0).get("saved").doubleValue()).isCloseTo(0.80, within(0.005));
        assertThat(rows.get(1).get("curves").intValue()).isEqualTo(3);
    }
}
