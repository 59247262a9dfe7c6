package org.plateau.cli.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** Reads a search's configuration file and writes the resolved one. */
public final class ConfigurationReader {
    private ConfigurationReader() {}

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if it is not there, no YAML, or has a key or value that is not expected; the message
     *     names the file, the key or line, what was found there and what was expected
     */
    public static SearchFile read(Path file) {
        JsonNode tree = YamlText.read(file);
        try {
            return ConfigurationMapper.mapper().treeToValue(tree, SearchFile.class);
        } catch (JsonMappingException e) {
            throw new ConfigurationException(file + ": " + new MappingFault(e, tree).text(), e);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(file + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The text of a resolved file, which {@link #read} reads again. */
    public static String write(SearchFile resolved) {
        try {
            return ConfigurationMapper.mapper().writeValueAsString(resolved);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException("The configuration has no YAML form: " + e.getOriginalMessage(), e);
        }
    }
}
