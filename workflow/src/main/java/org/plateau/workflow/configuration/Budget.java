package org.plateau.workflow.configuration;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * When a search asks for no more networks. The first limit that is reached ends it; at least one must be set. What is
 * needed afterwards to measure the whole front is not limited.
 *
 * @param networks asked for
 * @param epochs trained, over all told networks
 * @param hours since the search began, its interruptions left out
 * @param joules used by all told networks
 * @param stagnation told networks in a row that left the hypervolume of the front unchanged
 */
public record Budget(
        OptionalInt networks,
        OptionalDouble epochs,
        OptionalDouble hours,
        OptionalDouble joules,
        OptionalInt stagnation) {
    public Budget {
        require("networks", networks.orElse(1));
        require("epochs", epochs.orElse(1));
        require("hours", hours.orElse(1));
        require("joules", joules.orElse(1));
        require("stagnation", stagnation.orElse(1));
        if (networks.isEmpty() && epochs.isEmpty() && hours.isEmpty() && joules.isEmpty() && stagnation.isEmpty()) {
            throw new IllegalArgumentException(
                    "budget must set at least one of networks, epochs, hours, joules and stagnation, but set none");
        }
    }

    private static void require(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("budget.%s must be > 0, but was %s".formatted(name, value));
        }
    }

    /** What has been used up so far. */
    public record Spent(int networks, double epochs, double hours, double joules, int stagnation) {}

    /** Why the search ends, if it does. */
    public Optional<String> exhausted(Spent spent) {
        if (networks.isPresent() && spent.networks() >= networks.getAsInt()) {
            return Optional.of("%d networks were asked for".formatted(spent.networks()));
        }
        if (epochs.isPresent() && spent.epochs() >= epochs.getAsDouble()) {
            return Optional.of("%.1f epochs were trained".formatted(spent.epochs()));
        }
        if (hours.isPresent() && spent.hours() >= hours.getAsDouble()) {
            return Optional.of("%.2f hours have passed".formatted(spent.hours()));
        }
        if (joules.isPresent() && spent.joules() >= joules.getAsDouble()) {
            return Optional.of("%.0f joules were used".formatted(spent.joules()));
        }
        if (stagnation.isPresent() && spent.stagnation() >= stagnation.getAsInt()) {
            return Optional.of("%d networks in a row left the hypervolume unchanged".formatted(spent.stagnation()));
        }
        return Optional.empty();
    }
}
