package org.plateau.formats.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.TrainingConfiguration;

class NetworkIdTest {
    private static final Architecture GRAPH = SampleEvents.architecture("stem");
    private static final Architecture OTHER = new Architecture(
            GRAPH.input(), GRAPH.nodes().subList(0, GRAPH.nodes().size() - 1));

    @Test
    void anIdStaysWhatItWas() {
        // Ids are in trails and file names: a change of this value is a change of every network's name.
        assertThat(NetworkId.of("s1", 3, GRAPH, "f00d", training(15), 42)).isEqualTo("b273cd8a327f7548");
    }

    @Test
    void anotherNetworkHasAnotherId() {
        Set<String> ids = new HashSet<>(List.of(
                NetworkId.of("s1", 3, GRAPH, "f00d", training(15), 42),
                NetworkId.of("s2", 3, GRAPH, "f00d", training(15), 42),
                NetworkId.of("s1", 4, GRAPH, "f00d", training(15), 42),
                NetworkId.of("s1", 3, OTHER, "f00d", training(15), 42),
                NetworkId.of("s1", 3, GRAPH, "beef", training(15), 42),
                NetworkId.of("s1", 3, GRAPH, "f00d", training(16), 42),
                NetworkId.of("s1", 3, GRAPH, "f00d", training(15), 43)));
        assertThat(ids).hasSize(7).allMatch(id -> id.matches("[0-9a-f]{16}"));
    }

    @Test
    void namesOfNodesMakeNoOtherNetwork() {
        Architecture renamed = SampleEvents.architecture("trunk");
        assertThat(NetworkId.of("s1", 3, renamed, "f00d", training(15), 42))
                .isEqualTo(NetworkId.of("s1", 3, GRAPH, "f00d", training(15), 42));
    }

    private static TrainingConfiguration training(int epochs) {
        return new TrainingConfiguration(
                epochs,
                32,
                new Optimizer.Sgd(0.025, 0.9, 3e-4, false),
                new Schedule.Cosine(0),
                5,
                FitnessMeasure.named("val_accuracy"),
                new Retention.Last());
    }
}
