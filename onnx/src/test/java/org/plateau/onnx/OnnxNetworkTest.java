package org.plateau.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;

final class OnnxNetworkTest {
    @TempDir
    private Path folder = Path.of("");

    private static byte[] content(PixelTransform transform) {
        return OnnxExport.network(
                Small.architecture(), Small.weights(), Small.card(Small.preparation(transform), "cat", "dog"));
    }

    private static OnnxNetwork network(PixelTransform transform) {
        return OnnxNetwork.open("n.onnx", content(transform));
    }

    private static void assertRefused(byte[] content, String reason) {
        assertThatThrownBy(() -> OnnxNetwork.open("n.onnx", content).close())
                .isInstanceOf(OnnxException.class)
                .hasMessageStartingWith("n.onnx")
                .hasMessageContaining(reason);
    }

    @Test
    void answersAreThoseWorkedOutByHand() {
        try (OnnxNetwork network = network(PixelTransform.NONE)) {
            // Columns (0, 3) and (5, 1): prepared (x − 1) / 2 the largest are 1 and 2, their mean 1.5.
            Answer answer = network.run(List.of(new float[] {0, 5, 3, 1})).get(0);
            assertThat(answer.scores()).containsExactly(3.5f, -1.25f);
            double odds = Math.exp(3.5 + 1.25);
            assertThat(answer.probabilities().get(0)).isCloseTo((float) (odds / (1 + odds)), within(1e-6f));
            assertThat(answer.best()).isZero();
        }
    }

    @Test
    void theTransformComesBeforeTheMean() {
        try (OnnxNetwork network = network(PixelTransform.LOG1P)) {
            Answer answer = network.run(List.of(new float[] {0, 0, 99, 99})).get(0);
            assertThat(answer.scores().get(0)).isCloseTo((float) (2 * (Math.log(100) - 1) / 2 + 0.5), within(1e-5f));
        }
    }

    @Test
    void imagesAreAnsweredInTheirOrder() {
        try (OnnxNetwork network = network(PixelTransform.NONE)) {
            List<Answer> answers = network.run(List.of(new float[] {1, 1, 1, 1}, new float[] {-9, -9, -9, -9}));
            assertThat(answers).extracting(Answer::best).containsExactly(0, 1);
            assertThat(network.run(List.of())).isEmpty();
        }
    }

    @Test
    void anImageOfAnotherSizeIsRefusedWithBoth() {
        try (OnnxNetwork network = network(PixelTransform.NONE)) {
            assertThatThrownBy(() -> network.run(List.of(new float[4], new float[5])))
                    .isInstanceOf(OnnxException.class)
                    .hasMessage("n.onnx takes images of 1×2×2, 4 pixels, but was given one of 5");
        }
    }

    @Test
    void aFileIsOpenedByItsName() throws IOException {
        Path file = Files.write(folder.resolve("network.onnx"), content(PixelTransform.NONE));
        try (OnnxNetwork network = OnnxNetwork.open(file)) {
            assertThat(network.classes()).containsExactly("cat", "dog");
        }
        assertThatThrownBy(() -> OnnxNetwork.open(folder.resolve("none.onnx")).close())
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining("none.onnx cannot be read");
    }

    @Test
    void whatIsNoSoundOnnxFileIsRefused() {
        assertRefused("no ONNX".getBytes(StandardCharsets.UTF_8), "is no ONNX file that can be run");
        assertRefused(new byte[0], "is no ONNX file that can be run");
        byte[] whole = content(PixelTransform.NONE);
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "is no ONNX file that can be run");
    }

    @Test
    void aGraphWithoutWeightsSaysSo() {
        assertRefused(
                OnnxExport.graph(
                        Small.architecture(), Small.card(Small.preparation(PixelTransform.NONE), "cat", "dog")),
                "has the inputs [images, answer.weight, answer.bias], expected \"images\" alone (a graph without weights");
    }

    @Test
    void anOnnxFileOfOthersIsRefused() throws InvalidProtocolBufferException {
        ModelProto model = ModelProto.parseFrom(content(PixelTransform.NONE));
        assertRefused(
                model.toBuilder().clearMetadataProps().build().toByteArray(), "has no metadata property \"classes\"");
        ModelProto.Builder broken = model.toBuilder();
        broken.getMetadataPropsBuilder(0).setValue("cat, dog");
        assertRefused(broken.build().toByteArray(), "is no JSON list of texts");
    }
}
