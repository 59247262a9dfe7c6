package org.plateau.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.formats.json.PlateauJson;

/** Searches with real trainings in real processes, left alone, killed, interrupted and gone on with. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchEndToEndTest {
    private static final long SECONDS_TO_LEAVE = 25;

    @TempDir
    private static Path folder = Path.of("");

    private TinySearch undisturbed;
    private String printed;
    private Story story;

    @BeforeAll
    void aSearchThatNothingDisturbs() {
        undisturbed = new TinySearch(folder.resolve("undisturbed"), folder.resolve("patterns"));
        Program program = undisturbed.start(List.of("-Dplateau.terminal=true", "-Duser.language=de"));
        assertThat(program.exitCode()).as(program.messages()).isZero();
        assertThat(program.messages())
                .contains(
                        "making diffraction patterns: ", "starting 2 workers", "/8 networks · generation ", "epochs: ");
        printed = program.out();
        story = Story.of(undisturbed.run());
    }

    private TinySearch search(String name) {
        return new TinySearch(folder.resolve(name), folder.resolve("patterns"));
    }

    /** Goes on with a run and requires that it comes to where the undisturbed one came. */
    private void requireSameEnd(TinySearch search) {
        assertThat(Story.finished(search.run()))
                .as("the disturbance came in time")
                .isFalse();
        Program resumed = search.start("--resume");
        assertThat(resumed.exitCode()).as(resumed.messages()).isZero();
        assertThat(Story.of(search.run())).isEqualTo(story);
    }

    @Test
    void theFrontAndWhatWasSavedArePrinted() {
        assertThat(printed)
                .startsWith("Pareto front (")
                .contains(" of 8 networks, all measured)\n")
                .containsPattern("network +val_accuracy +MFLOPs +parameters +epochs +test_accuracy")
                .contains("why it stopped\n")
                .containsPattern("Epochs: \\d+ spent, \\d+ saved of 48 \\(\\d+ %\\) against full training\n")
                .containsPattern("Training seconds: \\d+ spent, about \\d+ saved")
                .containsPattern("Networks an hour: \\d+, about \\d+ with full training \\(×\\d+\\.\\d\\d\\)\n")
                .contains("Ended because 8 networks were asked for\n")
                .endsWith("Record trails: runs/tiny/networks\n");
        assertThat(printed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(story.networks()).hasSize(TinySearch.NETWORKS);
        assertThat(story.front()).isNotEmpty().allSatisfy(place -> {
            assertThat(story.networks().get(place).curve()).containsKey(6.0);
            assertThat(story.networks().get(place).test()).containsKey("test_accuracy");
        });
        assertThat(story.networks())
                .anySatisfy(network -> assertThat(network.verdicts().values())
                        .anyMatch(verdict -> verdict.startsWith("true converged")));
    }

    @Test
    void whatHappenedCanBeLookedUp() throws IOException {
        Program status = Program.start(undisturbed.folder(), "status", "runs/tiny", "--format", "json");
        assertThat(status.exitCode()).isZero();
        JsonNode report = PlateauJson.mapper().readTree(status.out());
        assertThat(report.get("state").textValue()).isEqualTo("finished");
        assertThat(report.get("networks")).hasSize(8);
        Program text = Program.start(undisturbed.folder(), "status", undisturbed.run());
        assertThat(text.exitCode()).isZero();
        assertThat(text.out()).startsWith(report.get("search").textValue() + " is finished\nPareto front (");

        Program list = Program.start(undisturbed.folder(), "commons", "list", "--format", "json", "--sort", "asked");
        assertThat(list.exitCode()).isZero();
        JsonNode networks = PlateauJson.mapper().readTree(list.out());
        assertThat(networks.findValuesAsText("network"))
                .isEqualTo(report.get("networks").findValuesAsText("network"));
        Program csv = Program.start(undisturbed.folder(), "commons", "list", "--format", "csv", "--limit", 3);
        assertThat(csv.exitCode()).isZero();
        assertThat(csv.out().lines()).hasSize(4);

        String id = networks.get(0).get("network").textValue();
        Program show = Program.start(undisturbed.folder(), "commons", "show", id.substring(0, 10));
        assertThat(show.exitCode()).isZero();
        assertThat(show.out()).startsWith("network " + id).contains("epoch", "val_accuracy", "forecast", "verdict");
        Program trail = Program.start(undisturbed.folder(), "commons", "show", id, "--format", "json");
        assertThat(trail.exitCode()).isZero();
        assertThat(PlateauJson.mapper().readTree(trail.out()).get("trail").size())
                .isGreaterThan(6);

        Files.delete(undisturbed.folder().resolve("plateau.db"));
        Program rebuild = Program.start(undisturbed.folder(), "commons", "rebuild");
        assertThat(rebuild.exitCode()).as(rebuild.messages()).isZero();
        Program again = Program.start(undisturbed.folder(), "commons", "list", "--format", "json", "--sort", "asked");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEqualTo(list.out());

        Program stop = Program.start(undisturbed.folder(), "stop", "runs/tiny");
        assertThat(stop.exitCode()).isZero();
        assertThat(stop.out()).isEqualTo("Nothing runs in runs/tiny\n");
    }

    @Test
    void aFinishedSearchIsOnlyReportedAgain() {
        long attempts = Story.attempts(undisturbed.run());
        Program again = undisturbed.start("--resume");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEqualTo(printed);
        assertThat(Story.attempts(undisturbed.run())).isEqualTo(attempts);
        Program fresh = undisturbed.start("--output", "runs/tiny");
        assertThat(fresh.exitCode()).isEqualTo(1);
        assertThat(fresh.messages())
                .isEqualTo("plateau: runs/tiny holds a run already; go on with --resume, or choose another --output\n");
    }

    @Test
    void theSameSeedGivesTheSameGenomesCurvesAndVerdicts() throws IOException {
        TinySearch second = search("second");
        Program program = second.start("--format", "json");
        assertThat(program.exitCode()).as(program.messages()).isZero();
        assertThat(program.messages()).isEmpty();
        assertThat(Story.of(second.run())).isEqualTo(story);
        JsonNode report = PlateauJson.mapper().readTree(program.out());
        assertThat(report.get("state").textValue()).isEqualTo("finished");
        assertThat(report.get("told").intValue()).isEqualTo(8);

        TinySearch other = search("other");
        assertThat(other.start("--seed", 2).exitCode()).isZero();
        assertThat(Story.of(other.run()).networks()).isNotEqualTo(story.networks());
        assertThat(other.run().resolve("search.yaml")).content().contains("\nseed: 2\n");
    }

    @Test
    void anOrchestratorThatIsKilledIsTakenUpAgain() {
        TinySearch search = search("killed");
        Program program = search.start();
        program.await(() -> Story.told(search.run()) >= 2);
        List<ProcessHandle> workers = program.children();
        program.kill();
        assertThat(workers).isNotEmpty();
        requireSameEnd(search);
        assertThat(Program.gone(workers)).isTrue();
    }

    @Test
    void aWorkerThatIsKilledIsReplaced() {
        TinySearch search = search("worker");
        Program program = search.start();
        program.await(() -> Story.told(search.run()) >= 2);
        program.children().get(0).destroyForcibly();
        assertThat(program.exitCode()).as(program.messages()).isZero();
        assertThat(Story.of(search.run())).isEqualTo(story);
    }

    @Test
    void ctrlCEndsItWithinSecondsAndItCanBeGoneOnWith() {
        TinySearch search = search("interrupted");
        Program program = search.start();
        program.await(() -> Story.told(search.run()) >= 2);
        List<ProcessHandle> workers = program.children();
        program.signalGroup("INT");
        assertThat(program.exitCode(SECONDS_TO_LEAVE)).isEqualTo(130);
        assertThat(Program.gone(workers)).isTrue();
        assertThat(program.messages())
                .endsWith(
                        "plateau: stopped before its end; go on with: plateau search runs/tiny/search.yaml --resume --output runs/tiny\n");
        assertThat(program.out()).contains("Not ended yet");
        Program status = Program.start(search.folder(), "status", "runs/tiny");
        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains(" is interrupted\n");
        requireSameEnd(search);
    }

    @Test
    void aSignalToTheOrchestratorAloneDoesTheSame() {
        TinySearch search = search("signalled");
        Program program = search.start();
        program.await(() -> Story.told(search.run()) >= 3);
        List<ProcessHandle> workers = program.children();
        program.signal("INT");
        assertThat(program.exitCode(SECONDS_TO_LEAVE)).isEqualTo(130);
        assertThat(Program.gone(workers)).isTrue();
        assertThat(Story.finished(search.run())).isFalse();
        // The command that it told is the one to go on with.
        String told = program.messages().strip().replaceFirst("(?s).*plateau search ", "search ");
        assertThat(Program.start(search.folder(), (Object[]) told.split(" ")).exitCode())
                .isZero();
        assertThat(Story.of(search.run())).isEqualTo(story);
    }

    @Test
    void aRunningSearchIsStoppedFromElsewhereAndKeepsOthersOut() {
        TinySearch search = search("stopped");
        Program program = search.start();
        program.await(() -> Story.told(search.run()) >= 1);
        // Else a fast machine would be through with it before the others have looked.
        Program.signal(program.children(), "STOP");
        Program second = search.start("--resume");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.messages()).startsWith("plateau: Another orchestrator is at runs/tiny: pid ");
        assertThat(program.isAlive()).isTrue();
        Program stop = Program.start(search.folder(), "stop", "runs/tiny");
        assertThat(stop.exitCode()).as(stop.messages()).isZero();
        assertThat(stop.out()).isEqualTo("Stopped runs/tiny\n");
        assertThat(program.exitCode()).isEqualTo(130);
        requireSameEnd(search);
    }

    @Test
    void aDatasetThatChangedMeanwhileIsRefused() throws IOException {
        TinySearch search = new TinySearch(folder.resolve("changed"), folder.resolve("changed/data"));
        Program program = search.start();
        program.await(() -> Story.told(search.run()) >= 1);
        program.signalGroup("INT");
        assertThat(program.exitCode()).isEqualTo(130);
        List<Path> images;
        try (Stream<Path> files = Files.walk(search.patterns())) {
            images = files.filter(file -> file.toString().endsWith(".tiff"))
                    .sorted()
                    .toList();
        }
        Files.copy(images.get(0), images.get(1), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        byte[] journal = Files.readAllBytes(search.run().resolve("journal.jsonl"));
        Program resumed = search.start("--resume");
        assertThat(resumed.exitCode()).isEqualTo(1);
        assertThat(resumed.messages())
                .contains(
                        "plateau: The dataset diffraction-20-1e16 has changed since the search began: its fingerprint was ");
        assertThat(new String(Files.readAllBytes(search.run().resolve("journal.jsonl")), StandardCharsets.UTF_8))
                .startsWith(new String(journal, StandardCharsets.UTF_8));
    }

    @Test
    void anotherConfigurationIsRefusedWithWhatDiffers() {
        Program wider = undisturbed.start("--resume", "--workers", 1);
        assertThat(wider.exitCode()).isEqualTo(1);
        assertThat(wider.messages())
                .contains("was begun with another configuration: execution.workers was 2, now it is 1");
    }
}
