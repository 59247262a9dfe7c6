package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

class DeterminismTest {
    @TempDir
    Path folder;

    @Test
    void theSameSeedTwiceGivesTheSameGenomesCurvesAndVerdictsThoughEpochsTakeUnevenTimes() {
        RunContents first = run("first", "epoch-millis=3", "uneven=true");
        RunContents second = run("second", "epoch-millis=0");

        assertThat(second.stories()).isEqualTo(first.stories());
        assertThat(second.front()).isEqualTo(first.front()).isNotEmpty();
        assertThat(first.stories().values())
                .anySatisfy(story -> assertThat(story.verdicts().values()).anyMatch(text -> text.startsWith("true")));
    }

    @Test
    void verdictsFromFinishedTrainingsAreTheSameTwiceToo() {
        RunContents first = learning("first", "epoch-millis=3", "uneven=true");
        RunContents second = learning("second", "epoch-millis=0");

        assertThat(second.stories()).isEqualTo(first.stories());
        assertThat(second.front()).isEqualTo(first.front()).isNotEmpty();
        assertThat(first.stories().values())
                .anySatisfy(story ->
                        assertThat(story.verdicts().values()).anyMatch(text -> text.startsWith("true unpromising")));
    }

    private RunContents learning(String name, String... script) {
        SimulatedSearch search = new SimulatedSearch(folder.resolve(name));
        search.script().write(script);
        search.setting().seed(11).prediction(PredictionSettings.plateau()).budget(Setting.networks(14));
        assertThat(search.runWithWorkers().finished()).isTrue();
        return search.contents();
    }

    private RunContents run(String name, String... script) {
        SimulatedSearch search = new SimulatedSearch(folder.resolve(name));
        search.script().write(script);
        search.setting().seed(7);
        SearchReport report = search.runWithWorkers();
        assertThat(report.finished()).isTrue();
        assertThat(search.script().logged("violations")).isEmpty();
        return search.contents();
    }
}
