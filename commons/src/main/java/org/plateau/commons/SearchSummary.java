package org.plateau.commons;

import java.time.Instant;
import java.util.Optional;

/**
 * A search in the commons.
 *
 * @param id of the search
 * @param name that its configuration gives it, empty where it gives none
 * @param firstSeen time of its oldest entry
 * @param networks how many of its networks are recorded
 */
public record SearchSummary(String id, Optional<String> name, Instant firstSeen, int networks) {}
