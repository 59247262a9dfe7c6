package org.plateau.formats.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.core.weights.Tensor;
import org.plateau.core.weights.WeightsException;

final class SafetensorsTest {
    private static final String SOUND = """
            {"__metadata__":{"format":"pt"},
             "a.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},
             "progress/epoch":{"dtype":"I64","shape":[],"data_offsets":[24,32]}}""";

    private static byte[] file(String header, float... values) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 4 * values.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.putLong(7).array();
    }

    private static byte[] sound() {
        return file(SOUND, 1, 2, 3, 4, 5, 6.5f);
    }

    private static void assertRefused(byte[] content, String reason) {
        assertThatThrownBy(() -> Safetensors.read("w.safetensors", content, name -> true))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith("w.safetensors")
                .hasMessageContaining(reason);
    }

    @Test
    void wantedTensorsAreReadAndOthersOnlyChecked() {
        assertThat(Safetensors.read("w", sound(), name -> !name.contains("/")))
                .containsOnlyKeys("a.weight")
                .containsEntry("a.weight", new Tensor(List.of(2, 3), new float[] {1, 2, 3, 4, 5, 6.5f}));
    }

    @Test
    void aWantedTensorOfAnotherTypeIsRefused() {
        assertRefused(sound(), "tensor progress/epoch is of type I64, expected F32");
    }

    @Test
    void aFileThatEndsAnywhereIsRefused() {
        byte[] whole = sound();
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "");
        }
        assertRefused(Arrays.copyOf(whole, whole.length + 1), "its tensors end at 32, but it has 33 bytes");
    }

    @Test
    void aHeaderThatClaimsMoreThanThereIsIsRefused() {
        byte[] content = sound();
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putLong(0, -1);
        assertRefused(content, "its header should be 18446744073709551615 bytes long");
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1L << 40);
        assertRefused(content, "its header should be 1099511627776 bytes long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [2,3]}                                                 | its header is no JSON
            [1,2]                                                  | its header is no JSON object
            {"a":{"dtype":"F32","shape":[6],"data_offsets":[0,99999]}} | lies at [0, 99999]
            {"a":{"dtype":"F32","shape":[6],"data_offsets":[24,0]}}| lies at [24, 0]
            {"a":{"dtype":"F32","shape":[6],"data_offsets":[0]}}   | lies at [0]
            {"a":{"dtype":"F32","shape":[6],"data_offsets":[-4,20]}} | has -4 in data_offsets
            {"a":{"dtype":"F32","shape":[6.5],"data_offsets":[0,24]}} | has 6.5 in shape
            {"a":{"dtype":"F32","shape":[99999999999],"data_offsets":[0,24]}} | has 99999999999 in shape
            {"a":{"dtype":"F32","shape":[5],"data_offsets":[0,24]}}| which is another size
            {"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647,4],"data_offsets":[0,24]}} | which is another size
            {"a":{"dtype":"X1","shape":[6],"data_offsets":[0,24]}} | has the type "X1", expected one of [BOOL
            {"a":{"dtype":"F32","data_offsets":[0,24]}}            | has no list shape
            {"a":7}                                                | expected one of [BOOL
            {"a":{"dtype":"F32","shape":[5],"data_offsets":[4,24]}}| begins at 4, expected 0
            {"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}| its tensors end at 16, but it has 32 bytes
            {"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},"b":{"dtype":"F32","shape":[4],"data_offsets":[8,24]}} | tensor b begins at 8, expected 16
            {"a":{"dtype":"F32","shape":[6],"data_offsets":[0,24]},"a":{"dtype":"F32","shape":[6],"data_offsets":[0,24]}} | its header is no JSON
            """)
    void aHeaderThatTheFileDoesNotBearOutIsRefused(String header, String reason) {
        assertRefused(file(header, 1, 2, 3, 4, 5, 6), reason);
    }

    @Test
    void whateverIsChangedEitherTheFileIsRefusedOrItIsReadWhole() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] content = sound();
            for (int change = random.nextInt(3); change >= 0; change--) {
                content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Safetensors.read("w", content, name -> true).values())
                        .as("seed %d", seed)
                        .allSatisfy(tensor -> assertThat(tensor.size()).isLessThanOrEqualTo(8));
            } catch (WeightsException e) {
                assertThat(e).as("seed %d", seed).hasMessageStartingWith("w");
            }
        }
    }
}
