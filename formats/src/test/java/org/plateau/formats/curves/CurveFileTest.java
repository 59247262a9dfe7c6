package org.plateau.formats.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.core.fitness.LearningCurve;

class CurveFileTest {
    private static final String HEADER = "source,curve_id,dataset,architecture,metric,epoch,value\n";

    @TempDir
    Path folder;

    @Test
    void seriesThatAlternateFromLineToLineAreToldApart() throws IOException {
        Path file = write("curves.csv", HEADER + """
                s,one,d,"cnn[1,2]",train_loss,1,0.5
                s,one,d,"cnn[1,2]",valid_accuracy,1,50
                s,two,d,other,valid_accuracy,0.5,nan
                s,one,d,"cnn[1,2]",train_loss,2,0.25
                s,two,d,other,valid_accuracy,1.0,-inf
                s,one,d,"cnn[1,2]",valid_accuracy,2,60
                """);

        List<RecordedCurves> curves = CurveFile.read(file);

        Map<String, LearningCurve> one = Map.of(
                "train_loss", curve(new double[] {1, 2}, 0.5, 0.25),
                "val_accuracy", curve(new double[] {1, 2}, 50, 60));
        Map<String, LearningCurve> two =
                Map.of("val_accuracy", curve(new double[] {0.5, 1}, Double.NaN, Double.NEGATIVE_INFINITY));
        assertThat(curves)
                .containsExactly(
                        new RecordedCurves("s", "one", "d", "cnn[1,2]", one, 7),
                        new RecordedCurves("s", "two", "d", "other", two, 6));
    }

    @Test
    void aPackedFileIsReadAsItsContents() throws IOException {
        String text = HEADER + "s,one,d,a,train_loss,1,0.5\n";
        Path packed = folder.resolve("curves.csv.gz");
        Files.write(packed, gzip(text));

        assertThat(CurveFile.read(packed)).isNotEmpty().isEqualTo(CurveFile.read(write("plain.csv", text)));
    }

    @Test
    void theColumnsMayStandInAnyOrderAndEmptyLinesAreSkipped() throws IOException {
        Path file = write("c.csv", "value,epoch,metric,architecture,dataset,curve_id,source\n\n0.5,1,loss,a,d,i,s\n\n");

        assertThat(CurveFile.read(file))
                .containsExactly(
                        new RecordedCurves("s", "i", "d", "a", Map.of("loss", curve(new double[] {1}, 0.5)), 3));
    }

    @Test
    void epochsOfA4nnAreCountedAsCompleted() throws IOException {
        Path file = write("full_1e14.csv", """
                epoch,train_accs,val_accs,predictions,converged,genome,arch,flops
                0,80.5,50.0,inf,False,"[[0, 1]]",68,715.4
                1,88.5,52.0,inf,False,"[[0, 1]]",68,715.4
                """);

        Map<String, LearningCurve> series = Map.of(
                "train_accuracy", curve(new double[] {1, 2}, 80.5, 88.5),
                "val_accuracy", curve(new double[] {1, 2}, 50, 52));
        assertThat(CurveFile.read(file))
                .containsExactly(
                        new RecordedCurves("a4nn", "full_1e14_arch68", "xfel_1e14", "nsganet_[[0, 1]]", series, 3));
    }

    @Test
    void theConstantsOfPenguinStandOnItsFirstLineOnly() throws IOException {
        Path file = write("p.txt", """
                epochs trainLoss valLoss valAcc ID seed dataset layer_types rest
                0.5 4.25 3.9 9.68 run1 1 CIFAR100 3-3-1 x
                1.0 3.74 3.6 14.91     \s
                """);

        Map<String, LearningCurve> series = Map.of(
                "train_loss", curve(new double[] {0.5, 1}, 4.25, 3.74),
                "val_loss", curve(new double[] {0.5, 1}, 3.9, 3.6),
                "val_accuracy", curve(new double[] {0.5, 1}, 9.68, 14.91));
        assertThat(CurveFile.read(file))
                .containsExactly(new RecordedCurves("penguin", "run1", "cifar100", "layers_3-3-1", series, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s,one,d,a,val_accuracy,1,0.5   | "epoch" is "1.0", expected more than 1.0 (repeated
            s,one,d,a,val_accuracy,0.5,0.5 | "epoch" is "0.5", expected more than 1.0 (out of order
            s,one,d,a,val_accuracy,-2,0.5  | "epoch" is "-2.0", expected a finite number ≥ 0
            s,one,d,a,val_accuracy,nan,0.5 | "epoch" is "NaN", expected a finite number ≥ 0
            s,one,d,a,val_accuracy,2,12x   | "value" is "12x", expected a number, nan or inf
            s,one,d,a,val_accuracy,2,1e    | "value" is "1e", expected a number, nan or inf
            s,one,d,a,val_accuracy,2,0x1p3 | "value" is "0x1p3", expected a number, nan or inf
            s,one,d,a,val_accuracy,2,      | "value" is "", expected a number, nan or inf
            s,one,d,a,val_accuracy,2       | "value" is missing: found 6 fields, expected 7
            s,one,d,a,,2,1      | "metric" is "", expected the name of a measure
            s,one,d,a,val_accuracy,2,101  | "value" is "101.0", expected a val_accuracy in [0.0, 100.0], or nan or inf
            s,one,d,a,val_accuracy,2,-1   | "value" is "-1.0", expected a val_accuracy in [0.0, 100.0], or nan or inf
            s,one,d,a,valid_loss,2,-0.1   | "value" is "-0.1", expected a val_loss in [0.0, Infinity], or nan or inf
            s,one,d,a,valid_map,2,100.5   | "value" is "100.5", expected a val_map in [0.0, 100.0], or nan or inf
            s,one,d,a,val_acuracy,2,0.5   | the measure "val_acuracy" is unknown, expected train_, val_ or test_ with a measure
            s,one,d,a,speed,2,0.5         | the measure "speed" is unknown, expected train_, val_ or test_ with a measure
            s,one,d,a[1,2],val_loss,2,1   | found 8 fields, expected 7
            s,,d,a,val_accuracy,2,1        | the id of the curve is empty
            """)
    void aFaultyLineIsNamedWithItsFieldAndValue(String line, String expected) throws IOException {
        Path file = write("bad.csv", HEADER + "s,one,d,a,val_accuracy,1,0.5\n" + line + "\n");

        assertThatThrownBy(() -> CurveFile.read(file))
                .isInstanceOf(CurveFileException.class)
                .hasMessageContaining("bad.csv, line 3: ")
                .hasMessageContaining(expected);
    }

    @Test
    void theRestIsReadWhenSomebodyTakesTheProblems() throws IOException {
        Path file = write("mixed.csv", HEADER + """
                s,one,d,a,val_accuracy,1,0.5
                s,one,d,a,val_accuracy,1,0.5
                s,one,d,a,val_accuracy,1,0.5
                s,two,d,a,val_accuracy,1,0.5
                s,,d,a,val_accuracy,1,0.5
                s,two,d,a,val_accuracy,2,0.5
                """);
        List<CurveFileException> problems = new ArrayList<>();

        List<RecordedCurves> curves = CurveFile.read(file, problems::add);

        assertThat(curves)
                .containsExactly(new RecordedCurves(
                        "s", "two", "d", "a", Map.of("val_accuracy", curve(new double[] {1, 2}, 0.5, 0.5)), 7));
        assertThat(problems).extracting(CurveFileException::line).containsExactly(3L, 6L);
    }

    @Test
    void aLineThatBelongsToNobodyIsNotBlamedOnTheTrainingBeforeIt() throws IOException {
        Path file = write("lost.csv", HEADER + """
                s,one,d,a,val_accuracy,1,0.5
                s,two
                s,one,d,a,b,val_accuracy,2,0.5
                s,one,d,a,val_accuracy,3,0.5
                """);
        List<CurveFileException> problems = new ArrayList<>();

        List<RecordedCurves> curves = CurveFile.read(file, problems::add);

        assertThat(curves)
                .singleElement()
                .satisfies(one -> assertThat(one.curve("val_accuracy").epochs()).containsExactly(1, 3));
        assertThat(problems).extracting(CurveFileException::line).containsExactly(3L, 4L);
    }

    @Test
    void anUnknownMeasureIsToldOnceAndOnlyItsValuesAreLeftOut() throws IOException {
        Path file = write("unknown.csv", HEADER + """
                s,one,d,a,valid_charm,1,0.5
                s,one,d,a,valid_accuracy,1,50
                s,one,d,a,train_charm,1,7
                s,one,d,a,valid_charm,2,0.5
                s,two,d,a,valid_charm,1,0.5
                """);
        List<CurveFileException> problems = new ArrayList<>();

        List<RecordedCurves> curves = CurveFile.read(file, problems::add);

        assertThat(curves)
                .extracting(RecordedCurves::id, one -> one.series().keySet())
                .containsExactly(tuple("one", Set.of("val_accuracy", "train_charm")));
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem)
                .hasMessageContaining("line 2: the measure \"val_charm\""));
    }

    @Test
    void sharesMayBeRecordedInPercent() throws IOException {
        Path file = write("percent.csv", HEADER + "s,one,d,a,valid_map,1,55.5\ns,one,d,a,valid_ssim,1,0.7\n");

        assertThat(CurveFile.read(file)).singleElement().satisfies(one -> {
            assertThat(one.curve("val_map").lastValue()).isEqualTo(55.5);
            assertThat(one.curve("val_ssim").lastValue()).isEqualTo(0.7);
        });
    }

    @Test
    void whatComesBeforeABreakIsKept() throws IOException {
        String lines = "s,one,d,a,val_accuracy,1,0.5\ns,two,d,a,val_accuracy,1,0.5\n";
        Path file = write("quote.csv", HEADER + lines + "s,two,\"d,a,val_accuracy,2,0.5\n");
        List<CurveFileException> problems = new ArrayList<>();

        List<RecordedCurves> curves = CurveFile.read(file, problems::add);

        assertThat(curves).extracting(RecordedCurves::id).containsExactly("one");
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.line())
                .isGreaterThanOrEqualTo(3L));
    }

    @Test
    void otherColumnsAreRefusedWithWhatWouldHaveBeenUnderstood() throws IOException {
        Path file = write("other.csv", "id,step,loss\n1,2,3\n");

        assertThatThrownBy(() -> CurveFile.read(file))
                .isInstanceOf(CurveFileException.class)
                .hasMessageContainingAll("other.csv, line 1", "id,step,loss", "curve_id", "train_accs", "trainLoss");
    }

    @Test
    void aTruncatedPackedFileIsRefusedWithItsName() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int epoch = 0; epoch < 50_000; epoch++) {
            text.append("s,one,d,a,val_accuracy,")
                    .append(epoch)
                    .append(',')
                    .append(100 * Math.abs(Math.sin(epoch)))
                    .append('\n');
        }
        byte[] whole = gzip(text.toString());
        Path file = folder.resolve("cut.csv.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> CurveFile.read(file))
                .isInstanceOf(CurveFileException.class)
                .hasMessageContainingAll("cut.csv.gz, line ", "the gzip stream ends early");
    }

    @Test
    void anEmptyAndAnAbsentFileAreRefused() throws IOException {
        Path empty = write("empty.csv", "");

        assertThatThrownBy(() -> CurveFile.read(empty))
                .isInstanceOf(CurveFileException.class)
                .hasMessageContaining("empty.csv: the file is empty");
        assertThatThrownBy(() -> CurveFile.read(folder.resolve("absent.csv")))
                .isInstanceOf(CurveFileException.class)
                .hasMessageContaining("absent.csv: there is no such file");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static LearningCurve curve(double[] epochs, double... values) {
        return LearningCurve.of(epochs, values);
    }
}
