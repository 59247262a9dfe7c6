package org.plateau.cli.configuration;

import java.util.List;
import java.util.stream.Stream;
import org.plateau.prediction.UnknownNameException;
import org.plateau.workflow.configuration.Objective;

/** What the PyTorch trainer measures in every epoch, so that a misspelt measure is found before anything is trained. */
public final class Measures {
    /** How good a network is. */
    public static final List<String> QUALITIES =
            List.of("val_accuracy", "val_loss", "val_f1", "val_auc", "train_accuracy", "train_loss");

    /** What can be optimised: how good a network is, and what it costs. */
    public static final List<String> OBJECTIVES = Stream.concat(
                    QUALITIES.stream(),
                    Stream.of(Objective.MFLOPS, Objective.PARAMETERS, Objective.SECONDS, Objective.JOULES))
            .toList();

    private Measures() {}

    static void require(String key, String name, List<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    key + ": " + new UnknownNameException("measure", name, known).getMessage());
        }
    }
}
