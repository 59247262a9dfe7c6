package org.plateau.training.pytorch;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Asks NVIDIA's own tool about a GPU. */
final class NvidiaSmi {
    private NvidiaSmi() {}

    /** The GPU's name, or {@code unknown} where the tool does not tell. */
    static String name(int gpu) {
        return ask("nvidia-smi", gpu, "name").orElse("unknown");
    }

    /** One line of the tool's answer, empty where there is none. */
    static Optional<String> ask(String program, int gpu, String what) {
        ProcessBuilder builder = new ProcessBuilder(
                List.of(program, "--id=" + gpu, "--query-gpu=" + what, "--format=csv,noheader,nounits"));
        try {
            Process process = builder.redirectErrorStream(true).start();
            try (BufferedReader reader = process.inputReader()) {
                String line = reader.readLine();
                return process.waitFor() == 0 ? Optional.ofNullable(line).map(String::strip) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
