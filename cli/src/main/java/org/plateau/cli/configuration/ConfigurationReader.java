package org.plateau.cli.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.plateau.prediction.function.WrittenFunction;

/** Reads a search's configuration file and writes the resolved one; reads files of functions. */
public final class ConfigurationReader {
    private ConfigurationReader() {}

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if it is not there, no YAML, or has a key or value that is not expected; the message
     *     names the file, the key or line, what was found there and what was expected
     */
    public static SearchFile read(Path file) {
        return read(file, SearchFile.class, "a search's configuration");
    }

    /**
     * Reads the functions of a file that has them under the key {@code functions}.
     *
     * @throws ConfigurationException as {@link #read}
     */
    public static List<WrittenFunction> readFunctions(Path file) {
        return read(file, FunctionsFile.class, "a file of functions").functions().stream()
                .map(FunctionSection::function)
                .toList();
    }

    private static <T> T read(Path file, Class<T> type, String expected) {
        JsonNode tree = YamlText.read(file, expected);
        try {
            return ConfigurationMapper.mapper().treeToValue(tree, type);
        } catch (JsonMappingException e) {
            throw new ConfigurationException(file + ": " + new MappingFault(e, tree).text(), e);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(file + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The text of a resolved file, which {@link #read} reads again; a server's password is not in it. */
    public static String write(SearchFile resolved) {
        try {
            return ConfigurationMapper.mapper().writeValueAsString(resolved.withoutPassword());
        } catch (JsonProcessingException e) {
            throw new ConfigurationException("The configuration has no YAML form: " + e.getOriginalMessage(), e);
        }
    }
}
