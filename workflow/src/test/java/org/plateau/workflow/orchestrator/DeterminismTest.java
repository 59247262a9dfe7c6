package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.workflow.simulated.RunContents;
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
