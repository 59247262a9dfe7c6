package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.formats.json.PlateauJson;

final class CommonsSearchTest {
    @TempDir
    Path folder;

    private Path commons;

    @BeforeEach
    void record() {
        commons = RecordedSearch.commons(
                folder.resolve("c.db"),
                5,
                new double[] {50, 50, 70, 80, 85},
                new double[] {60, 70, 80, 90, 95},
                new double[] {60, 61});
    }

    @Test
    void networksAreFoundAsAListOfObjectsWithIdAndSummaryFields() throws Exception {
        Said said = search("best(val_accuracy) > 80 AND status = 'completed'", "--sort", "ask", "--format", "json");
        assertThat(said.code()).isZero();
        assertThat(said.messages()).isEmpty();
        JsonNode list = PlateauJson.mapper().readTree(said.out());
        assertThat(list.findValuesAsText("id")).containsExactly("network-1", "network-2");
        assertThat(list.get(1).get("best").asDouble()).isEqualTo(95);
        assertThat(list.get(1).get("fitness").isNull()).isTrue();
        assertThat(list.get(1).get("created").asText()).isEqualTo("2026-11-24T03:07:25.678Z");
        assertThat(list.get(1).has("flops")).isFalse();
    }

    @Test
    void columnsAndOrderMayBeFunctions() {
        Said said = search(
                "ask < 10",
                "--columns",
                "id, best(val_accuracy), val_accuracy@2, epochs_to(val_accuracy, 70)",
                "--sort",
                "epochs_to(val_accuracy, 70) desc",
                "--format",
                "csv");
        assertThat(said.out()).isEqualTo("""
                        id,"best(val_accuracy)",val_accuracy@2,"epochs_to(val_accuracy, 70)"
                        network-1,85.0,50.0,3.0
                        network-2,95.0,70.0,2.0
                        network-3,61.0,61.0,
                        """);
    }

    @Test
    void aPageTellsHowTheNextOneIsAskedFor() {
        Said first = search("--sort", "ask", "--limit", "2", "--columns", "id", "--format", "csv");
        assertThat(first.out()).isEqualTo("id\nnetwork-1\nnetwork-2\n");
        String cursor = first.messages().strip().replaceFirst(".* --after ", "");
        Said second = search("--sort", "ask", "--limit", "2", "--columns", "id", "--format", "csv", "--after", cursor);
        assertThat(second.out()).isEqualTo("id\nnetwork-3\n");
        assertThat(second.messages()).isEmpty();
        Said wrong = search("--sort", "ask desc", "--after", cursor);
        assertThat(wrong.code()).isEqualTo(Failures.WRONG_USAGE);
        assertThat(wrong.messages()).contains("belongs to another condition or order");
    }

    @Test
    void aMistakeIsShownWithItsPlaceAndTheNearestField() {
        Said said = search("fitness > 97 AND mflop < 600");
        assertThat(said.code()).isEqualTo(Failures.WRONG_USAGE);
        assertThat(said.out()).isEmpty();
        assertThat(said.messages()).isEqualTo("""
                        plateau: There is no field "mflop"; did you mean mflops?, at character 18:
                          fitness > 97 AND mflop < 600
                                           ^
                        """);
    }

    @Test
    void similarNetworksComeWithTheirSimilarity() {
        Said said = Said.by("commons", "similar", "network-1", "--commons", commons, "--format", "csv");
        assertThat(said.code()).isZero();
        assertThat(said.out().lines().skip(1).map(line -> line.replaceFirst("(,[^,]*).*", "$1")))
                .containsExactly("network-2,1.0", "network-3,1.0");
    }

    @Test
    void wordsFindNetworksThatTheyAreSaidOf() {
        assertThat(Said.by("commons", "tag", "network-2", "paper", "--commons", commons)
                        .code())
                .isZero();
        assertThat(search("--text", "PAPER", "--columns", "id, tag", "--format", "csv")
                        .out())
                .isEqualTo("id,tag\nnetwork-2,paper\n");
        assertThat(search("tag = 'paper' AND ask > 2", "--columns", "id", "--format", "csv")
                        .out())
                .isEqualTo("id\n");
    }

    private Said search(Object... words) {
        Object[] all = new Object[words.length + 4];
        all[0] = "commons";
        all[1] = "search";
        System.arraycopy(words, 0, all, 2, words.length);
        all[words.length + 2] = "--commons";
        all[words.length + 3] = commons;
        return Said.by(all);
    }
}
