package org.plateau.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.cli.launcher.Checkout.Outcome;
import org.plateau.cli.launcher.Checkout.Started;

/** bin/plateau, started by a real shell on a machine with nothing else than the test says. */
@EnabledOnOs(OS.LINUX)
final class LauncherTest {
    @TempDir
    private Path machine = Path.of("");

    private Checkout checkout;

    @BeforeEach
    void aCheckoutWithABlankInItsName() {
        checkout = new Checkout(machine, "a checkout");
    }

    @Test
    void theFirstStartBuildsAndTheNextOnesDoNot() {
        Outcome first = checkout.run("predict", "a file.csv", "--horizon", "3", "");
        assertThat(first.code()).isZero();
        assertThat(first.messages()).contains("plateau: building", "Maven speaks");
        assertThat(first.out())
                .doesNotContain("Maven")
                .endsWith("org.plateau.cli.Main\npredict\na file.csv\n--horizon\n3\n\n");
        assertThat(checkout.builds()).singleElement().satisfies(call -> assertThat(call)
                .contains("-f " + checkout.root().resolve("pom.xml"), "-pl cli -am", "package"));

        Outcome second = checkout.run("status", "run");
        assertThat(second.code()).isZero();
        assertThat(second.messages()).isEmpty();
        assertThat(second.classPath()).isEqualTo(first.classPath());
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void theClassPathIsWhatWasBuilt() {
        String classPath = checkout.run().classPath();
        assertThat(classPath).startsWith(checkout.root() + "/target/plateau/").endsWith("/lib/*");
        assertThat(Path.of(classPath.replace("*", "plateau.jar"))).hasContent("jar");
    }

    @Test
    void aSourceThatIsNewerIsBuilt() {
        String before = checkout.run().classPath();
        checkout.ageBuild();
        assertThat(checkout.run().classPath()).isEqualTo(before);
        for (String file :
                List.of("core/src/main/java/Core.java", "core/pom.xml", "pom.xml", "core/src/main/java/New.java")) {
            int builds = checkout.builds().size();
            Checkout.write(checkout.root().resolve(file), "edited");
            assertThat(checkout.run().classPath()).isNotEqualTo(before);
            assertThat(checkout.builds()).hasSize(builds + 1);
            checkout.age();
            checkout.ageBuild();
        }
    }

    @Test
    void aSourceThatIsGoneCountsAsNewer() throws IOException {
        checkout.run();
        checkout.ageBuild();
        Files.delete(checkout.root().resolve("core/src/main/java/Other.java"));
        checkout.run();
        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void whatIsEditedWhileItIsBuiltIsBuiltAgain() {
        checkout.maven("sleep 0.1; echo edited > \"$home/core/src/main/java/Core.java\"");
        checkout.run();
        checkout.maven("");
        checkout.run();
        assertThat(checkout.builds()).hasSize(2);
        checkout.run();
        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void aRunningProgramKeepsTheFilesThatItWasStartedFrom() {
        Path jar = Path.of(checkout.run().classPath().replace("*", "plateau.jar"));
        checkout.ageBuild();
        Checkout.write(checkout.root().resolve("core/src/main/java/Core.java"), "edited");
        checkout.run();
        assertThat(checkout.builds()).hasSize(2);
        assertThat(jar).exists();
    }

    @Test
    void onlyTheNewestBuildsAreKept() throws IOException {
        for (int build = 0; build < 6; build++) {
            checkout.run();
            checkout.ageBuild();
            Checkout.write(checkout.root().resolve("core/src/main/java/Core.java"), "edited");
        }
        Path newest = Path.of(checkout.run().classPath().replace("*", "plateau.jar"));
        assertThat(newest).exists();
        try (Stream<Path> kept = Files.list(checkout.root().resolve("target/plateau"))) {
            assertThat(kept.filter(Files::isDirectory)).hasSize(4);
        }
    }

    @Test
    void aFailedBuildIsToldAndNothingOfItIsUsed() {
        checkout.maven("mkdir -p \"$home/cli/target/distribution/plateau/lib\"; echo no such artifact; exit 1");
        Outcome failed = checkout.run("status");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.messages()).contains("no such artifact", "plateau: the build failed; see above");
        assertThat(checkout.run("status").code()).isEqualTo(1);
        assertThat(checkout.builds()).hasSize(2);
        checkout.maven("");
        assertThat(checkout.run("status").code()).isZero();
        assertThat(checkout.builds()).hasSize(3);
    }

    @Test
    void aFailedBuildOfEditedSourcesDoesNotBringTheOldOnesBack() {
        checkout.run();
        checkout.ageBuild();
        Checkout.write(checkout.root().resolve("core/src/main/java/Core.java"), "broken");
        checkout.maven("exit 1");
        assertThat(checkout.run("status").code()).isEqualTo(1);
        assertThat(checkout.run("status").code()).isEqualTo(1);
    }

    @Test
    void twoThatStartAtOnceBuildOnce() {
        checkout.maven("sleep 1");
        Path launcher = checkout.root().resolve("bin/plateau");
        List<Started> both = List.of(checkout.start(launcher, machine, "a"), checkout.start(launcher, machine, "b"));
        List<Outcome> outcomes = both.stream().map(checkout::end).toList();
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.code()).isZero());
        assertThat(outcomes.get(0).classPath()).isEqualTo(outcomes.get(1).classPath());
        assertThat(checkout.builds()).hasSize(1);
        assertThat(outcomes)
                .anySatisfy(outcome -> assertThat(outcome.messages()).contains("waiting for another build"));
    }

    @Test
    void theLockOfOneThatWasKilledIsFree() throws InterruptedException {
        checkout.maven("sleep 30");
        Started killed = checkout.start(checkout.root().resolve("bin/plateau"), machine, "a");
        while (checkout.builds().isEmpty() && killed.process().isAlive()) {
            Thread.sleep(10);
        }
        killed.process().descendants().forEach(ProcessHandle::destroyForcibly);
        killed.process().destroyForcibly().waitFor();
        checkout.maven("");
        assertThat(checkout.run("b").code()).isZero();
    }

    @Test
    void withoutFlockAFolderIsTheLock() throws IOException {
        Files.delete(checkout.tools().resolve("flock"));
        assertThat(checkout.run("a").code()).isZero();
        assertThat(checkout.root().resolve("target/plateau/lock.d")).doesNotExist();
        checkout.ageBuild();
        Checkout.write(checkout.root().resolve("core/src/main/java/Core.java"), "edited");
        Files.createDirectory(checkout.root().resolve("target/plateau/lock.d"));
        Outcome locked = checkout.run("b");
        assertThat(locked.code()).isEqualTo(1);
        assertThat(locked.messages()).contains("another build of this checkout is running; if none is, delete");
        Files.delete(checkout.root().resolve("target/plateau/lock.d"));
        checkout.maven("exit 1");
        assertThat(checkout.run("c").code()).isEqualTo(1);
        assertThat(checkout.root().resolve("target/plateau/lock.d")).doesNotExist();
    }

    @Test
    void itIsFoundThroughLinksAndFromOtherFolders() throws IOException {
        Path links = Files.createDirectories(machine.resolve("some where/bin"));
        Files.createSymbolicLink(links.resolve("absolute"), checkout.root().resolve("bin/plateau"));
        Files.createSymbolicLink(links.resolve("relative"), Path.of("../../a checkout/bin/plateau"));
        Files.createSymbolicLink(links.resolve("twice"), Path.of("relative"));
        Files.createSymbolicLink(machine.resolve("linked checkout"), checkout.root());
        for (Path start : List.of(
                links.resolve("absolute"),
                links.resolve("relative"),
                links.resolve("twice"),
                machine.resolve("linked checkout/bin/plateau"))) {
            Outcome outcome = checkout.run(start, links, "status");
            assertThat(outcome.code()).isZero();
            assertThat(outcome.classPath()).startsWith(checkout.root().toString());
        }
        assertThat(checkout.run(Path.of("bin/plateau"), checkout.root(), "x").code())
                .isZero();
        assertThat(checkout.run(Path.of("plateau"), checkout.root().resolve("bin"), "x")
                        .code())
                .isZero();
        checkout.set("CDPATH", machine.toString());
        assertThat(checkout.run(Path.of("a checkout/bin/plateau"), machine, "x").code())
                .isZero();
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void anUnpackedDistributionBuildsNothing() throws IOException {
        Path unpacked = machine.resolve("un packed");
        Checkout.script(
                unpacked.resolve("bin/plateau"), Checkout.read(checkout.root().resolve("bin/plateau")));
        Checkout.write(unpacked.resolve("lib/plateau.jar"), "jar");
        Files.delete(checkout.tools().resolve("mvn"));
        Files.delete(checkout.tools().resolve("javac"));
        Outcome outcome = checkout.run(unpacked.resolve("bin/plateau"), machine, "functions");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.classPath()).isEqualTo(unpacked + "/lib/*");
    }

    @Test
    void aFolderThatIsNeitherIsRefused() throws IOException {
        Path alone = machine.resolve("alone/bin/plateau");
        Checkout.script(alone, Checkout.read(checkout.root().resolve("bin/plateau")));
        Outcome outcome = checkout.run(alone, machine, "functions");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.messages()).contains("(a checkout) nor", "(a distribution) is there");
    }

    @Test
    void javaHomeComesBeforeThePathAndThatBeforeTheInstalledOnes() throws IOException {
        Path installed = checkout.java("jvm/some-jdk", "21.0.1", true);
        Path home = checkout.java("home of java", "17", true);
        checkout.set("JAVA_HOME", machine.resolve("home of java").toString());
        assertThat(checkout.run().out()).startsWith(home + "\n");
        checkout.set("JAVA_HOME", machine.resolve("nowhere").toString());
        assertThat(checkout.run().out()).startsWith(checkout.tools().resolve("java") + "\n");
        Files.delete(checkout.tools().resolve("java"));
        assertThat(checkout.run().out()).startsWith(installed + "\n");
    }

    @Test
    void aJavaThatIsTooOldIsPassedOver() {
        Path installed = checkout.java("jvm/new-jdk", "25", true);
        checkout.java("system", "11.0.2", true);
        checkout.java("jvm/eight", "1.8.0_392", true);
        assertThat(checkout.run().out()).startsWith(installed + "\n");
    }

    @Test
    void theVersionIsReadFromTheFileOfTheJdk() {
        Path java = checkout.java("jvm/silent-jdk", "0", true);
        Checkout.script(java, "[ \"$1\" != -version ] || exit 7\necho ran\n");
        Checkout.write(machine.resolve("jvm/silent-jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21.0.2\"\n");
        checkout.set("JAVA_HOME", machine.resolve("jvm/silent-jdk").toString());
        assertThat(checkout.run().out()).isEqualTo("ran\n");
    }

    @Test
    void aMissingJavaIsSaidSo() throws IOException {
        Files.delete(checkout.tools().resolve("java"));
        Outcome outcome = checkout.run("status");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.messages())
                .isEqualTo(
                        "plateau: needs a JDK 17 or later to build this checkout, but found none in JAVA_HOME, on the PATH or in "
                                + machine.resolve("jvm") + "\n");
    }

    @Test
    void aJavaThatIsTooOldIsSaidSo() {
        Path old = checkout.java("system", "11.0.2", true);
        Outcome outcome = checkout.run("status");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.messages()).endsWith("; " + old + " is Java 11\n");
    }

    @Test
    void aRuntimeWithoutACompilerIsSaidSoWhereSomethingMustBeBuilt() throws IOException {
        Files.delete(checkout.tools().resolve("javac"));
        Outcome outcome = checkout.run("status");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.messages())
                .contains("needs a JDK 17 or later to build")
                .endsWith("; " + checkout.tools().resolve("java") + " has no javac beside it\n");
        checkout.java("jvm/jdk", "17", true);
        assertThat(checkout.run("status").code()).isZero();
        assertThat(checkout.builds()).singleElement().satisfies(call -> assertThat(call)
                .startsWith(machine.resolve("jvm/jdk").toString()));
    }

    @Test
    void aMissingMavenIsSaidSo() throws IOException {
        Files.delete(checkout.tools().resolve("mvn"));
        Outcome outcome = checkout.run("status");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.messages())
                .isEqualTo("plateau: needs Maven 3.8 or later (mvn) on the PATH to build this checkout\n");
    }

    @Test
    void furtherOptionsAreHandedOn() {
        checkout.set("PLATEAU_JAVA_OPTIONS", "-Xmx4g -Dsome=thing");
        assertThat(checkout.run("status").out())
                .contains("-Xmx4g\n-Dsome=thing\n-cp\n")
                .contains("-Dplateau.terminal=false\n");
    }
}
