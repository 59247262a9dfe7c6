package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.formats.json.PlateauJson;

final class PredictCommandTest {
    private static final String HEADER = "source,curve_id,dataset,architecture,metric,epoch,value\n";

    @TempDir
    private Path folder = Path.of("");

    /** A curve that levels off at 90. */
    private static String curve(String id, int epochs) {
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(1, epochs)
                .forEach(epoch -> text.append("test,%s,digits,cnn,val_accuracy,%d,%s\n"
                        .formatted(id, epoch, 90 - 80 * Math.pow(0.4, epoch))));
        return text.toString();
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode json(Said said) {
        try {
            return PlateauJson.mapper().readTree(said.out());
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + said.out(), e);
        }
    }

    /** A curve that stays at a level for ten epochs and ends 30 points higher after twenty. */
    private static String late(String id, double level, int epochs) {
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(1, epochs)
                .forEach(epoch -> text.append("test,%s,digits,cnn,val_accuracy,%d,%s\n"
                        .formatted(id, epoch, level + 3 * Math.max(0, epoch - 10))));
        return text.toString();
    }

    @Test
    void finishedTrainingsTellWhatIsStillToCome() {
        StringBuilder finished = new StringBuilder(HEADER);
        IntStream.range(0, 8).forEach(i -> finished.append(late("f" + i, 40 + i, 20)));
        Path history = file("finished.csv", finished.toString());
        Path curves = file("curves.csv", HEADER + late("a", 43.5, 8));
        Object[] alone = {"predict", curves, "--horizon", "20", "--no-replay", "--format", "json"};
        Object[] learnt = {"predict", curves, "--horizon", "20", "--no-replay", "--format", "json", "--history", history
        };

        assertThat(json(Said.by(alone)).get(0).get("forecast").asDouble()).isCloseTo(43.5, within(1.0));
        assertThat(json(Said.by(learnt)).get(0).get("forecast").asDouble()).isCloseTo(73.5, within(2.0));
    }

    @Test
    void aTrainingDoesNotLearnFromItself() {
        Path both = file("both.csv", HEADER + late("a", 40, 20) + late("b", 41, 20) + late("c", 42, 20));
        Object[] alone = {"predict", both, "--horizon", "20", "--format", "json"};
        Object[] itself = {"predict", both, "--horizon", "20", "--format", "json", "--history", both};

        assertThat(json(Said.by(itself)))
                .as("three trainings are two for each of them, too few to learn from")
                .isEqualTo(json(Said.by(alone)));
    }

    @Test
    void aHistoryOfTrainingsThatEndTooEarlyIsTold() {
        Path curves = file("curves.csv", HEADER + curve("a", 8));
        Path history = file("early.csv", HEADER + curve("b", 19) + curve("c", 19));
        Said said = Said.by("predict", curves, "--horizon", "20", "--history", history);

        assertThat(said.messages()).contains("--history: none of its 2 trainings has val_accuracy up to epoch 20.0");
        assertThat(said.out()).contains("val_accuracy");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void aHistoryThatCannotBeReadIsTold() {
        Path curves = file("curves.csv", HEADER + curve("a", 8));
        Said said = Said.by("predict", curves, "--horizon", "20", "--history", folder.resolve("none.csv"));

        assertThat(said.messages()).contains("none.csv").contains("no such file");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void aFunctionOfTheUsersOwnTakesPart() {
        Path curves = file("curves.csv", HEADER + curve("a", 8));
        Path own = file("own.yaml", """
                functions:
                - {name: never-ends, formula: a + b x, parameters: {a: {}, b: {}}}
                """);
        Object[] without = {"predict", curves, "--horizon", "500", "--format", "json"};
        Object[] with = {"predict", curves, "--horizon", "500", "--format", "json", "--functions", own};
        assertThat(Said.by(with).code()).isZero();
        double forecast = json(Said.by(with)).path(0).path("forecast").asDouble();
        assertThat(forecast)
                .isGreaterThan(json(Said.by(without)).path(0).path("forecast").asDouble());
        Said published = Said.by("predict", curves, "--horizon", "25", "--preset", "a4nn", "--functions", own);
        assertThat(published.code()).isEqualTo(Failures.WRONG_USAGE);
        assertThat(published.messages()).startsWith("plateau: --functions: the preset a4nn has its own function\n");
    }

    @Test
    void theKindOfEachCurveIsToldAsItWasSeen() throws IOException {
        StringBuilder flat = new StringBuilder();
        IntStream.rangeClosed(1, 12)
                .forEach(epoch -> flat.append("test,flat,digits,cnn,val_accuracy,%d,%s\n".formatted(epoch, 10)));
        Path curves = file("kinds.csv", HEADER + curve("a", 12) + flat);

        JsonNode rows = json(
                Said.by("predict", curves, "--horizon", "20", "--no-replay", "--preset", "none", "--format", "json"));
        String table = Said.by("predict", curves, "--horizon", "30", "--preset", "none")
                .out();

        assertThat(rows.path(0).path("shape").textValue()).isEqualTo("learning");
        assertThat(rows.path(1).path("shape").textValue()).isEqualTo("never-learns");
        assertThat(table).contains("shape", "learning", "unknown");
    }

    @Test
    void thePublishedSamplesOfPenguinStopWhereTheyWerePublishedToStop() throws IOException {
        record Golden(String ending, double stop, double forecast, double within, double truth) {}
        List<Golden> published = List.of(
                new Golden("539263.txt", 4.0, 25.71206, 1e-3, 26.99),
                new Golden("917381.txt", 3.0, 1.1887, 2e-4, 1.12599),
                new Golden("105932.txt", 8.5, 22.81970, 1e-3, 16.84211));
        List<Path> files;
        try (Stream<Path> all = Files.list(Shared.folder("penguin"))) {
            files = all.filter(file -> published.stream()
                            .anyMatch(golden -> file.toString().endsWith(golden.ending)))
                    .toList();
        }
        assertThat(files).hasSize(3);
        Object[] words = Stream.concat(
                        Stream.of("predict", "--horizon", "20", "--preset", "penguin", "--format", "json"),
                        files.stream())
                .toArray();
        Said said = Said.by(words);
        assertThat(said.code()).isZero();
        assertThat(said.messages()).isEmpty();
        for (JsonNode row : json(said)) {
            Golden golden = published.stream()
                    .filter(one -> row.get("file").textValue().endsWith(one.ending))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.get("stopped").doubleValue()).isEqualTo(golden.stop);
            assertThat(row.get("forecast").doubleValue()).isCloseTo(golden.forecast, within(golden.within));
            assertThat(row.get("truth").doubleValue()).isCloseTo(golden.truth, within(0.005));
            assertThat(row.get("rule").textValue()).isEqualTo("converged");
        }
    }

    @Test
    void aCurveIsStoppedWithAForecastBesideTheTruth() {
        Said said =
                Said.by("predict", file("curves.csv", HEADER + curve("a", 20)), "--horizon", 20, "--format", "json");
        assertThat(said.code()).isZero();
        JsonNode row = json(said).get(0);
        assertThat(json(said)).hasSize(1);
        assertThat(row.get("curve").textValue()).isEqualTo("a");
        assertThat(row.get("measure").textValue()).isEqualTo("val_accuracy");
        assertThat(row.get("stopped").doubleValue()).isBetween(3.0, 15.0);
        assertThat(row.get("forecast").doubleValue()).isCloseTo(90, within(1.0));
        assertThat(row.get("truth").doubleValue()).isCloseTo(90, within(0.01));
        assertThat(row.get("error").doubleValue())
                .isCloseTo(
                        Math.abs(row.get("forecast").doubleValue()
                                - row.get("truth").doubleValue()),
                        within(1e-9));
    }

    @Test
    void anUnfinishedCurveIsForecastFromAllOfIt() {
        Path file = file("curves.csv", HEADER + curve("young", 6) + curve("old", 20));
        Said said = Said.by("predict", file, "--horizon", 20, "--no-replay", "--format", "json");
        JsonNode rows = json(said);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("curve").textValue()).isEqualTo("young");
        assertThat(rows.get(0).get("forecast").doubleValue()).isCloseTo(90, within(1.0));
        assertThat(rows.get(0).get("truth").isNull()).isTrue();
        assertThat(said.code()).isEqualTo(Failures.FAILED);
        assertThat(said.messages())
                .isEqualTo(
                        ("plateau: %s, line 27: old was measured up to epoch 20.0, expected a --horizon after it, but"
                                        + " it is 20.0\n")
                                .formatted(file));
    }

    @Test
    void csvAndJsonSayTheSame() throws IOException {
        Path file = file(
                "curves.csv", HEADER + curve("a, \"b\"", 20).replace("a, \"b\"", "\"a, \"\"b\"\"\"") + curve("c", 3));
        JsonNode json = json(Said.by("predict", file, "--horizon", 20, "--format", "json"));
        String csv =
                Said.by("predict", file, "--horizon", 20, "--format", "csv").out();
        List<Map<String, String>> rows;
        try (var values = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(csv)) {
            rows = values.readAll();
        }
        assertThat(rows).hasSize(2).hasSameSizeAs(json);
        assertThat(rows.get(0)).containsEntry("curve", "a, \"b\"");
        for (int i = 0; i < rows.size(); i++) {
            JsonNode object = json.get(i);
            rows.get(i).forEach((column, value) -> assertThat(value)
                    .isEqualTo(
                            object.get(column).isNull()
                                    ? ""
                                    : object.get(column).asText()));
        }
        assertThat(json.get(1).get("stopped").textValue()).isEqualTo("never");
        assertThat(json.get(1).get("truth").isNull()).isTrue();
    }

    @Test
    void whatIsFaultyIsNamedAndTheRestIsEvaluated() {
        Path file = file(
                "curves.csv", HEADER + curve("a", 20) + "test,b,digits,cnn,val_accuracy,one,50\n" + curve("c", 20));
        Path absent = folder.resolve("absent.csv");
        Path other = file("other.csv", "a,b\n1,2\n");
        Said said = Said.by("predict", absent, file, other, "--horizon", 20, "--format", "csv");
        assertThat(said.code()).isEqualTo(Failures.FAILED);
        assertThat(said.messages())
                .contains("plateau: " + absent + ": there is no such file\n")
                .contains("plateau: " + file + ", line 22: ")
                .contains("\"one\"")
                .contains("plateau: " + other);
        assertThat(said.out().lines()).hasSize(3);
        assertThat(said.out()).contains(",a,").contains(",c,");
    }

    @Test
    void aSeriesThatIsNotThereIsNamedWithThoseThatAre() {
        Path file = file("curves.csv", HEADER + curve("a", 5));
        Said said = Said.by("predict", file, "--horizon", 5, "--measure", "val_loss");
        assertThat(said.code()).isEqualTo(Failures.FAILED);
        assertThat(said.messages()).isEqualTo("plateau: %s: a has no val_loss, but val_accuracy\n".formatted(file));
        Path training = file("training.csv", HEADER + curve("a", 5).replace("val_accuracy", "train_accuracy"));
        assertThat(Said.by("predict", training, "--horizon", 5).messages())
                .isEqualTo("plateau: %s: a has no series measured on validation or test data, but train_accuracy\n"
                        .formatted(training));
    }

    @Test
    void theTableIsReadableAtAHundredColumns() {
        String table = Said.by("predict", file("curves.csv", HEADER + curve("a", 20) + curve("b", 9)), "--horizon", 20)
                .out();
        assertThat(table.lines().findFirst().orElseThrow())
                .startsWith("curve")
                .contains("forecast")
                .endsWith("reason");
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }
}
