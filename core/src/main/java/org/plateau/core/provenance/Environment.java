package org.plateau.core.provenance;

import java.util.Optional;

/**
 * Where and with what something was computed.
 *
 * @param version of Plateau
 * @param commit of Plateau's source, or {@code unknown}
 * @param java name and version of the JVM
 * @param system operating system, version and architecture
 * @param host name of the machine
 * @param processor name of the CPU
 * @param gpu name of the GPU that was used
 * @param engine that trained, such as {@code PyTorch}
 * @param engineVersion its version and that of what binds it
 * @param device {@code cpu} or {@code gpu:N}
 * @param threads compute threads; the last digits of sums depend on it
 */
public record Environment(
        String version,
        String commit,
        String java,
        String system,
        String host,
        String processor,
        Optional<String> gpu,
        String engine,
        String engineVersion,
        String device,
        int threads) {}
