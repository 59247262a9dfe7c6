package org.plateau.cli.configuration;

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
        // Checked here as well, so that the message can name the key.
        new Budget(networks, epochs, hours, joules, stagnation);
    }

    Budget budget() {
        return new Budget(networks, epochs, hours, joules, stagnation);
    }
}
