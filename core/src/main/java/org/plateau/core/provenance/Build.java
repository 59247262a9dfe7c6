package org.plateau.core.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which Plateau this is, as its build recorded it.
 *
 * @param version of the release
 * @param commit of the source ({@code mvn -Dplateau.commit=…}), or {@code unknown}
 */
public record Build(String version, String commit) {
    /** The running one. */
    public static Build current() {
        Properties properties = new Properties();
        try (InputStream stream = Build.class.getResourceAsStream("build.properties")) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The build's properties cannot be read", e);
        }
        return new Build(properties.getProperty("version", "unknown"), properties.getProperty("commit", "unknown"));
    }
}
