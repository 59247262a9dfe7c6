package org.plateau.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.EpochMeasured;
import org.plateau.core.trail.TrailEvent.NetworkTested;
import org.plateau.core.trail.TrailEvent.TrainingEnded;
import org.plateau.formats.json.PlateauJson;
import org.plateau.formats.json.Sha256;
import org.plateau.formats.trail.TrailReader;
import org.plateau.onnx.OnnxNetwork;
import org.plateau.training.dataset.ImageFile;

/** Networks of a real search are taken out of the commons, asked, and trained again, by the program. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReuseEndToEndTest {
    @TempDir
    private static Path folder = Path.of("");

    private TinySearch search;

    @BeforeAll
    void aSearch() {
        search = new TinySearch(folder.resolve("search"), folder.resolve("patterns"));
        Program program = search.start();
        assertThat(program.exitCode()).as(program.messages()).isZero();
    }

    private Program program(Object... words) {
        return Program.start(search.folder(), words);
    }

    private Program done(Object... words) {
        Program program = program(words);
        assertThat(program.exitCode()).as(program.out() + program.messages()).isZero();
        return program;
    }

    private static JsonNode json(Program program) {
        try {
            return PlateauJson.mapper().readTree(program.out());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The trails of all attempts, the last attempts first. */
    private List<Path> trails() {
        try (Stream<Path> files = Files.walk(search.run().resolve("networks"))) {
            return files.filter(file -> file.endsWith("trail.jsonl"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Tested(String network, double accuracy) {}

    private Tested tested() {
        return trails().stream()
                .flatMap(file -> TrailReader.readAll(file).stream())
                .filter(entry -> entry.event() instanceof NetworkTested)
                .map(entry -> new Tested(
                        entry.network(),
                        ((NetworkTested) entry.event()).result().measures().getOrDefault("test_accuracy", Double.NaN)))
                .findFirst()
                .orElseThrow();
    }

    /** A trail of a training that a rule stopped, if there is one. */
    private Optional<Path> stopped() {
        return trails().stream()
                .filter(file -> TrailReader.readAll(file).stream()
                        .anyMatch(entry ->
                                entry.event() instanceof TrainingEnded ended && ended.ending() == Ending.STOPPED))
                .findFirst();
    }

    @Test
    void whatANetworkSaysOfTheTestSplitIsAsGoodAsItsTrailSays() {
        Tested tested = tested();
        JsonNode answers = json(done(
                "commons", "predict", tested.network(), folder.resolve("patterns/images/testset"), "--format", "json"));
        assertThat(answers).hasSize(10);
        long right = StreamSupport.stream(answers.spliterator(), false)
                .filter(answer -> answer.get("image")
                        .textValue()
                        .contains("_" + answer.get("class").textValue() + "_"))
                .count();
        assertThat(100.0 * right / answers.size()).isEqualTo(tested.accuracy());
        assertThat(answers).allSatisfy(answer -> assertThat(answer.get("p_open").doubleValue()
                        + answer.get("p_closed").doubleValue())
                .isCloseTo(1, within(1e-6)));
    }

    @Test
    void theOnnxFileSaysTheSame() throws IOException {
        Tested tested = tested();
        done("commons", "onnx", tested.network(), "--output", "out/network.onnx");
        Path image;
        try (Stream<Path> files = Files.walk(folder.resolve("patterns/images/testset"))) {
            image = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        JsonNode answer = json(done("commons", "predict", tested.network(), image, "--format", "json"))
                .get(0);
        try (OnnxNetwork network = OnnxNetwork.open(search.folder().resolve("out/network.onnx"))) {
            assertThat(network.metadata()).containsEntry("plateau.network", tested.network());
            float[] pixels = ImageFile.read(image).pixels();
            assertThat(network.run(List.of(pixels))
                            .get(0)
                            .probabilities()
                            .get(0)
                            .doubleValue())
                    .isEqualTo(answer.get("p_" + network.classes().get(0)).doubleValue());
        }
    }

    @Test
    void weightsAreListedAndWritten() throws IOException {
        Tested tested = tested();
        JsonNode kept = json(done("commons", "weights", tested.network(), "--format", "json"));
        assertThat(kept).isNotEmpty();
        done("commons", "weights", tested.network(), "--output", "weights.safetensors");
        assertThat(StreamSupport.stream(kept.spliterator(), false)
                        .map(row -> row.get("sha256").textValue()))
                .contains(Sha256.of(Files.readAllBytes(search.folder().resolve("weights.safetensors"))));
    }

    @Test
    void weightsThatTheCommonsLostComeBackFromTheRun() {
        Path other = search.folder().resolve("other.db");
        String network = tested().network();
        Program rebuild = done("commons", "rebuild", search.run(), "--commons", other);
        assertThat(rebuild.out()).contains(" trails, with the weights of ");
        assertThat(json(done("commons", "weights", network, "--commons", other, "--format", "json")))
                .isNotEmpty();
        Path bare = search.folder().resolve("bare.db");
        done("commons", "rebuild", search.run(), "--commons", bare, "--weights", "none");
        Program none = program("commons", "predict", network, folder.resolve("patterns"), "--commons", bare);
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.messages())
                .isEqualTo(
                        "plateau: The commons keeps no weights of network %s; where its run folder is still there, plateau commons rebuild RUN takes them in%n"
                                .formatted(network));
    }

    @Test
    void imagesOfAnotherSizeAreRefusedInOneLine() throws IOException {
        Path image = search.folder().resolve("large.png");
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_BYTE_GRAY), "png", image.toFile());
        Program program = program("commons", "predict", tested().network(), image);
        assertThat(program.exitCode()).isEqualTo(1);
        assertThat(program.messages())
                .isEqualTo("plateau: %s is 1×20×30, but Network %s takes images of 1×20×20 (channels×height×width)%n"
                        .formatted(image, tested().network()));
    }

    @Test
    void aNetworkTrainedAgainIsIdentical() {
        Program program = done("reproduce", tested().network());
        assertThat(program.out())
                .contains("epochs 1 to 6, trained again as ")
                .contains(": identical\n")
                .contains("The weights are the same after all 6 epochs\n")
                .endsWith("The environment is the same\n");
    }

    @Test
    void aStoppedNetworkIsTrainedAgainFromItsTrailToItsStop() {
        Path trail = stopped().orElseThrow();
        Program program = program("reproduce", trail, "--output", "again", "--format", "json");
        assertThat(program.exitCode()).as(program.out() + program.messages()).isZero();
        JsonNode comparison = json(program);
        assertThat(comparison.get("identical").booleanValue()).isTrue();
        assertThat(comparison.get("last_epoch").intValue()).isLessThan(6);
        assertThat(search.folder().resolve("again/comparison.json")).hasContent(program.out());
        Program intake = done("commons", "rebuild", search.folder().resolve("again"), "--commons", "third.db");
        assertThat(intake.out()).contains("from 1 trails, with the weights of 1 epochs");
        assertThat(json(done("commons", "list", "--commons", "third.db", "--format", "json")))
                .hasSize(1);
    }

    @Test
    void anotherSeedIsNotIdenticalAndTellsEpochByEpoch() throws IOException {
        Path trail = trails().stream()
                .filter(file -> TrailReader.readAll(file).stream()
                        .map(TrailEntry::event)
                        .anyMatch(EpochMeasured.class::isInstance))
                .filter(file -> file.endsWith("1/trail.jsonl"))
                .findFirst()
                .orElseThrow();
        Path changed = Files.writeString(
                search.folder().resolve("changed.jsonl"),
                Files.readString(trail).replaceFirst("\"seed\":(\\d+),\"provenance\"", "\"seed\":4,\"provenance\""));
        assertThat(Files.readString(changed)).isNotEqualTo(Files.readString(trail));
        Program program = program("reproduce", changed, "--output", "seed");
        assertThat(program.exitCode()).as(program.messages()).isEqualTo(1);
        assertThat(program.out())
                .contains(": not identical\n")
                .contains("The weights are others after ")
                .contains("first after epoch 1\n")
                .containsPattern("epoch +measure +recorded +reproduced +difference")
                .containsPattern("\n +1 +train_loss +\\d");
    }

    @Test
    void aDatasetThatIsGoneIsToldAndFoundWithAnOption() throws IOException {
        Path moved = folder.resolve("moved");
        Path trail = stopped().orElseThrow();
        Path elsewhere = Files.writeString(
                search.folder().resolve("elsewhere.jsonl"),
                Files.readString(trail)
                        .replaceFirst("\"root\":\"[^\"]*\"", "\"root\":\"" + folder.resolve("gone") + "\""));
        Program gone = program("reproduce", elsewhere, "--output", "gone");
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.messages())
                .contains("is not in " + folder.resolve("gone"))
                .contains("say with --dataset");
        Files.createSymbolicLink(moved, folder.resolve("patterns"));
        assertThat(done("reproduce", elsewhere, "--dataset", moved.toRealPath(), "--output", "found")
                        .out())
                .contains(": identical\n");
    }
}
