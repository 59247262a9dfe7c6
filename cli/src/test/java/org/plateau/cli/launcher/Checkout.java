package org.plateau.cli.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A checkout with the real launcher, on a machine whose Java and Maven are scripts: they write down how they were
 * called, so that nothing is built.
 */
final class Checkout {
    /** What a POSIX system has, and {@code flock}. */
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "date",
            "dirname",
            "find",
            "flock",
            "mkdir",
            "mv",
            "printf",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "sort");

    private final Path machine;
    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    /** A checkout in a folder of this name, with a JDK and Maven on the machine's PATH. */
    Checkout(Path machine, String name) {
        this.machine = machine;
        this.root = machine.resolve(name);
        environment.put("PLATEAU_JVMS", machine.resolve("jvm").toString());
        environment.put("LANG", "C.UTF-8");
        for (String tool : TOOLS) {
            link(tool);
        }
        write(root.resolve("pom.xml"), "<project/>");
        write(root.resolve("core/pom.xml"), "<project/>");
        write(root.resolve("core/src/main/java/Core.java"), "class Core {}");
        write(root.resolve("core/src/main/java/Other.java"), "class Other {}");
        script(root.resolve("bin/plateau"), launcher());
        java("system", "17.0.15", true);
        maven("");
        age();
    }

    private static String launcher() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("bin/plateau");
            if (Files.exists(file)) {
                return read(file);
            }
        }
        throw new IllegalStateException("There is no bin/plateau above the working directory");
    }

    private void link(String tool) {
        Path real = Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This machine has no " + tool));
        try {
            Files.createDirectories(tools());
            Files.createSymbolicLink(tools().resolve(tool), real);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    Path tools() {
        return machine.resolve("system/bin");
    }

    /** Sets an environment variable of what is started. */
    void set(String name, String value) {
        environment.put(name, value);
    }

    /** A Java that tells its version and otherwise prints its arguments, one on each line. */
    Path java(String home, String version, boolean jdk) {
        Path bin = machine.resolve(home).resolve("bin");
        script(bin.resolve("java"), """
                if [ "$1" = -version ]; then
                  echo 'openjdk version "%s" 2025-04-15' >&2
                  exit 0
                fi
                printf '%%s\\n' "$0" "$@"
                """.formatted(version));
        if (jdk) {
            script(bin.resolve("javac"), "exit 1\n");
        }
        return bin.resolve("java");
    }

    /** A Maven that writes down its arguments and makes a distribution, with something that it does before. */
    void maven(String before) {
        script(tools().resolve("mvn"), """
                echo "$JAVA_HOME" "$@" >> '%s'
                while [ "$1" != -f ]; do shift; done
                home=${2%%/pom.xml}
                echo 'Maven speaks'
                %s
                mkdir -p "$home/cli/target/distribution/plateau/lib"
                echo jar > "$home/cli/target/distribution/plateau/lib/plateau.jar"
                """.formatted(calls(), before));
    }

    private Path calls() {
        return machine.resolve("maven-calls");
    }

    /** How Maven was called. */
    List<String> builds() {
        return Files.exists(calls()) ? read(calls()).lines().toList() : List.of();
    }

    /** All sources are as old as if they had been there for an hour. */
    void age() {
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(path -> !path.startsWith(root.resolve("target")))
                    .toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was built is half an hour old. */
    void ageBuild() {
        try {
            Files.setLastModifiedTime(
                    root.resolve("target/plateau/current"),
                    FileTime.from(Instant.now().minusSeconds(1800)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the launcher did.
     *
     * @param code its exit code
     * @param out its standard output
     * @param messages its standard error
     */
    record Outcome(int code, String out, String messages) {
        /** The class path that Java was given. */
        String classPath() {
            List<String> lines = out.lines().toList();
            return lines.get(lines.indexOf("-cp") + 1);
        }
    }

    Outcome run(String... arguments) {
        return run(root.resolve("bin/plateau"), machine, arguments);
    }

    Outcome run(Path launcher, Path directory, String... arguments) {
        return end(start(launcher, directory, arguments));
    }

    /** A launcher that is under way. */
    record Started(Process process, Path out, Path messages) {}

    Started start(Path launcher, Path directory, String... arguments) {
        List<String> words = new ArrayList<>(List.of(tools().resolve("sh").toString(), launcher.toString()));
        words.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(machine, "out", "");
            Path messages = Files.createTempFile(machine, "messages", "");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(messages.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", tools().toString());
            builder.environment().putAll(environment);
            return new Started(builder.start(), out, messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome end(Started started) {
        try {
            if (!started.process().waitFor(60, TimeUnit.SECONDS)) {
                started.process().destroyForcibly();
                throw new IllegalStateException("The launcher did not end; it said: " + read(started.messages()));
            }
            return new Outcome(started.process().exitValue(), read(started.out()), read(started.messages()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void script(Path file, String text) {
        write(file, text.startsWith("#!") ? text : "#!/bin/sh\n" + text);
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
