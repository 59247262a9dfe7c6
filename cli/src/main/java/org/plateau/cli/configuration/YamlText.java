package org.plateau.cli.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The YAML of a configuration file as a tree: one mapping, written out. Anchors, aliases and tags are refused, since a
 * configuration needs none and they have meanings that a reader of the file does not see.
 */
final class YamlText {
    /** Far more than any configuration; a device or a dataset given by mistake is not read to its end. */
    private static final int LARGEST = 1 << 20;

    private YamlText() {}

    /**
     * Reads a file.
     *
     * @param expected what the file should be, for messages
     * @throws ConfigurationException if there is no such tree; the message names the file and the line
     */
    static JsonNode read(Path file, String expected) {
        String text = text(file, expected);
        try {
            requirePlain(file, text);
            JsonNode tree = ConfigurationMapper.mapper().readTree(text);
            if (!tree.isObject()) {
                throw new ConfigurationException("%s: found %s, expected a mapping of keys"
                        .formatted(file, tree.isMissingNode() || tree.isNull() ? "nothing" : kind(tree)));
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw noYaml(file, e);
        } catch (IOException e) {
            throw new ConfigurationException("Cannot read %s: %s".formatted(file, e), e);
        }
    }

    private static String text(Path file, String expected) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ConfigurationException(
                        "%s is larger than %d KiB; expected %s".formatted(file, LARGEST >> 10, expected));
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("There is no file %s; expected %s".formatted(file, expected), e);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + " is no text in UTF-8; expected " + expected, e);
        } catch (IOException e) {
            throw new ConfigurationException("Cannot read %s: %s".formatted(file, e), e);
        }
    }

    private static void requirePlain(Path file, String text) throws IOException {
        try (YAMLParser parser = ConfigurationMapper.mapper().getFactory().createParser(text)) {
            int documents = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                if (parser.isCurrentAlias() || parser.getObjectId() != null) {
                    throw broken(file, line, "anchors (&) and aliases (*) are not read; write the value out");
                }
                if (parser.getTypeId() != null) {
                    throw broken(file, line, "tags (!) are not read; write the value without");
                }
                boolean root = parser.getParsingContext().inRoot()
                        || (token.isStructStart()
                                && parser.getParsingContext().getParent().inRoot());
                if (root && !token.isStructEnd() && ++documents > 1) {
                    throw broken(file, line, "found a second document, expected one");
                }
            }
        }
    }

    private static ConfigurationException broken(Path file, int line, String reason) {
        return new ConfigurationException("%s, line %d: %s".formatted(file, line, reason));
    }

    /** The YAML library knows better than Jackson where the fault is. */
    private static ConfigurationException noYaml(Path file, JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        String reason = e.getOriginalMessage();
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            line = marked.getProblemMark().getLine() + 1;
            reason = marked.getProblem();
        }
        String first = reason.lines().findFirst().orElse("");
        return new ConfigurationException("%s, line %d: no YAML: %s".formatted(file, line, first), e);
    }

    private static String kind(JsonNode tree) {
        return tree.isArray() ? "a list" : tree.toString();
    }
}
