package org.plateau.formats.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.plateau.core.weights.Tensor;
import org.plateau.core.weights.WeightsException;
import org.plateau.formats.json.PlateauJson;

/**
 * Reads safetensors files: eight bytes that say how long the header is, a JSON header that says of each tensor what
 * type and shape it has and where it lies, then the values, little-endian and without gaps. What the header says is
 * believed only as far as the file bears it out.
 */
public final class Safetensors {
    private static final int PREFIX = 8;

    /** The limit of the format's own implementation. */
    private static final int LONGEST_HEADER = 100_000_000;

    private static final String METADATA = "__metadata__";

    private Safetensors() {}

    /** Where the header says that a tensor lies. */
    private record Entry(String name, StoredType type, List<Integer> shape, int begin, int end) {}

    /**
     * The tensors of a file.
     *
     * @param name of the file, for messages
     * @param content of the file
     * @param wanted names of the tensors that are read; they must be 32-bit floats. Others are only checked
     * @throws WeightsException if it is no whole and sound safetensors file
     */
    public static Map<String, Tensor> read(String name, byte[] content, Predicate<String> wanted) {
        int header = header(name, content);
        int begin = PREFIX + header;
        List<Entry> entries = entries(name, content, header);
        requireNoGaps(name, entries, content.length - begin);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (wanted.test(entry.name())) {
                if (entry.type() != StoredType.F32) {
                    throw new WeightsException(
                            "%s: tensor %s is of type %s, expected F32".formatted(name, entry.name(), entry.type()));
                }
                float[] values = new float[(entry.end() - entry.begin()) / Float.BYTES];
                ByteBuffer.wrap(content, begin + entry.begin(), entry.end() - entry.begin())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(values);
                tensors.put(entry.name(), new Tensor(entry.shape(), values));
            }
        }
        return Collections.unmodifiableMap(tensors);
    }

    private static int header(String name, byte[] content) {
        if (content.length < PREFIX) {
            throw new WeightsException("%s is no safetensors file: it has %d bytes, expected at least %d"
                    .formatted(name, content.length, PREFIX));
        }
        long length = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong();
        int longest = Math.min(LONGEST_HEADER, content.length - PREFIX);
        if (length < 2 || length > longest) {
            throw new WeightsException(
                    "%s is no safetensors file, or a truncated one: its header should be %s bytes long, expected 2 to %d"
                            .formatted(name, Long.toUnsignedString(length), longest));
        }
        return (int) length;
    }

    private static List<Entry> entries(String name, byte[] content, int header) {
        JsonNode document;
        try {
            document = PlateauJson.mapper().readTree(new String(content, PREFIX, header, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new WeightsException(
                    "%s is no safetensors file: its header is no JSON (%s)".formatted(name, e.getOriginalMessage()), e);
        }
        if (!(document instanceof ObjectNode object)) {
            throw new WeightsException("%s is no safetensors file: its header is no JSON object".formatted(name));
        }
        List<Entry> entries = new ArrayList<>();
        object.properties().stream()
                .filter(property -> !property.getKey().equals(METADATA))
                .forEach(property ->
                        entries.add(entry(name, property.getKey(), property.getValue(), content.length - header)));
        entries.sort(Comparator.comparingInt(Entry::begin).thenComparingInt(Entry::end));
        return entries;
    }

    private static Entry entry(String file, String tensor, JsonNode fields, int limit) {
        StoredType type = StoredType.named(fields.path("dtype").asText(""))
                .orElseThrow(() -> new WeightsException("%s: tensor %s has the type %s, expected one of %s"
                        .formatted(file, tensor, fields.path("dtype"), List.of(StoredType.values()))));
        List<Integer> shape = integers(file, tensor, "shape", fields.path("shape"));
        List<Integer> offsets = integers(file, tensor, "data_offsets", fields.path("data_offsets"));
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1) || offsets.get(1) > limit - PREFIX) {
            throw new WeightsException("%s: tensor %s lies at %s, expected a begin and an end within %d bytes"
                    .formatted(file, tensor, offsets, limit - PREFIX));
        }
        long bytes = type.bytes();
        for (int size : shape) {
            // Cannot overflow: it is cut off before it could.
            bytes = Math.min(bytes * size, 1L << 31);
        }
        if (bytes != offsets.get(1) - offsets.get(0)) {
            throw new WeightsException("%s: tensor %s of type %s and shape %s lies at %s, which is another size"
                    .formatted(file, tensor, type, shape, offsets));
        }
        return new Entry(tensor, type, shape, offsets.get(0), offsets.get(1));
    }

    private static List<Integer> integers(String file, String tensor, String field, JsonNode node) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode number : node) {
            if (!number.isInt() || number.intValue() < 0) {
                throw new WeightsException("%s: tensor %s has %s in %s, expected whole numbers ≥ 0 below 2³¹"
                        .formatted(file, tensor, number, field));
            }
            numbers.add(number.intValue());
        }
        if (!node.isArray()) {
            throw new WeightsException("%s: tensor %s has no list %s".formatted(file, tensor, field));
        }
        return numbers;
    }

    private static void requireNoGaps(String name, List<Entry> entries, int length) {
        int end = 0;
        for (Entry entry : entries) {
            if (entry.begin() != end) {
                throw new WeightsException("%s: tensor %s begins at %d, expected %d, where the one before it ends"
                        .formatted(name, entry.name(), entry.begin(), end));
            }
            end = entry.end();
        }
        if (end != length) {
            throw new WeightsException(
                    "%s: its tensors end at %d, but it has %d bytes of values".formatted(name, end, length));
        }
    }
}
