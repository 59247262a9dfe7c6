package org.plateau.commons;

import java.util.List;
import java.util.Optional;

/**
 * Networks that were found.
 *
 * @param networks in order
 * @param next cursor of the page after, empty where this is the last
 */
public record NetworkPage(List<Found> networks, Optional<String> next) {
    /**
     * A network that was found.
     *
     * @param network its summary
     * @param values of the columns that were asked for: numbers, texts and instants, empty where there is none
     */
    public record Found(NetworkSummary network, List<Optional<Object>> values) {
        public Found {
            values = List.copyOf(values);
        }
    }

    public NetworkPage {
        networks = List.copyOf(networks);
    }
}
