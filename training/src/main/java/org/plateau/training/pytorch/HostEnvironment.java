package org.plateau.training.pytorch;

import ai.djl.Device;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.plateau.core.provenance.Build;
import org.plateau.core.provenance.Environment;

/** Finds out where this process runs. */
final class HostEnvironment {
    private HostEnvironment() {}

    static Environment of(PyTorchEngine engine, Device device) {
        Build build = Build.current();
        return new Environment(
                build.version(),
                build.commit(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                String.join(
                        " ",
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch")),
                host(),
                processor(Path.of("/proc/cpuinfo")),
                device.isGpu() ? Optional.of(NvidiaSmi.name(device.getDeviceId())) : Optional.empty(),
                "PyTorch",
                engine.version(),
                device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu",
                engine.threads());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /** The CPU's name as Linux tells it, elsewhere what the environment says. */
    static String processor(Path cpuinfo) {
        if (Files.isReadable(cpuinfo)) {
            try (Stream<String> lines = Files.lines(cpuinfo)) {
                Optional<String> model = lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
                if (model.isPresent()) {
                    return model.get();
                }
            } catch (IOException e) {
                return System.getProperty("os.arch");
            }
        }
        return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")).orElse(System.getProperty("os.arch"));
    }
}
