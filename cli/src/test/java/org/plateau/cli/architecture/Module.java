package org.plateau.cli.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * What the classes of a module may depend on beside the JDK: a row of the design's table.
 *
 * @param name of its folder and package
 * @param modules that it may know
 * @param libraries that it may know, as packages
 */
record Module(String name, List<String> modules, List<String> libraries) {
    private static final String JACKSON = "com.fasterxml.jackson..";

    /** All of them. */
    static List<Module> all() {
        return List.of(
                new Module("core", List.of(), List.of()),
                new Module("formats", List.of("core"), List.of(JACKSON)),
                new Module("prediction", List.of("core"), List.of("org.hipparchus..", "net.objecthunter.exp4j..")),
                new Module("search", List.of("core"), List.of("org.moeaframework..")),
                new Module("training", List.of("core"), List.of("ai.djl..")),
                new Module(
                        "onnx",
                        List.of("core", "formats"),
                        List.of(JACKSON, "ai.onnx.proto..", "ai.onnxruntime..", "com.google.protobuf..")),
                new Module(
                        "diffraction",
                        List.of("core"),
                        List.of(
                                "org.biojava..",
                                "org.rcsb.cif..",
                                "org.jtransforms..",
                                "pl.edu.icm.jlargearrays..",
                                "org.apache.commons.rng..")),
                new Module(
                        "commons",
                        List.of("core", "formats"),
                        List.of(
                                JACKSON,
                                "net.sf.jsqlparser..",
                                "org.jdbi..",
                                "org.flywaydb..",
                                "org.sqlite..",
                                "org.postgresql..",
                                "com.zaxxer.hikari..",
                                "org.slf4j..")),
                new Module("charts", List.of("core"), List.of()),
                new Module("workflow", List.of("core", "formats", "prediction", "search"), List.of(JACKSON)),
                new Module(
                        "cli",
                        List.of(
                                "core",
                                "formats",
                                "prediction",
                                "search",
                                "training",
                                "onnx",
                                "diffraction",
                                "commons",
                                "charts",
                                "workflow"),
                        List.of(JACKSON, "org.yaml.snakeyaml..", "picocli..")));
    }

    static Module named(String name) {
        return all().stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Modules that never see each other: search and prediction are decoupled, and the build enforces it. */
    static List<Module> strangers() {
        return List.of("prediction", "search", "training", "onnx", "commons", "diffraction", "charts").stream()
                .map(Module::named)
                .toList();
    }

    String packages() {
        return packages(name);
    }

    private static String packages(String name) {
        return "org.plateau." + name + "..";
    }

    /** Packages that its classes may know. */
    String[] allowed() {
        List<String> allowed = new ArrayList<>(List.of("java..", "javax..", "org.jspecify..", packages()));
        modules.forEach(module -> allowed.add(packages(module)));
        allowed.addAll(libraries);
        return allowed.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
