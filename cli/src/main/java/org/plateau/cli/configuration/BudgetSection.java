package org.plateau.cli.configuration;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plateau.workflow.configuration.Budget;

/** The key {@code budget}; at least one limit must be set. See {@link Budget}. */
public record BudgetSection(
        OptionalInt networks,
        OptionalDouble epochs,
        OptionalDouble hours,
        OptionalDouble joules,
        OptionalInt stagnation) {
    public BudgetSection {
        Expect.atLeast(1, "networks", networks);
        Expect.positive("epochs", epochs);
        Expect.positive("hours", hours);
        Expect.positive("joules", joules);
        Expect.atLeast(1, "stagnation", stagnation);
        boolean limited = networks.isPresent()
                || epochs.isPresent()
                || hours.isPresent()
                || joules.isPresent()
                || stagnation.isPresent();
        Expect.that(limited, "", Map.of(), "at least one of networks, epochs, hours, joules and stagnation");
    }

    Budget budget() {
        return new Budget(networks, epochs, hours, joules, stagnation);
    }
}
