package org.plateau.cli.configuration;

/** The key {@code termination.history}: whose finished trainings forecasts are made from. */
public enum HistorySource {
    /** Those of the search itself. */
    SEARCH,
    /** Before these, those that the data commons has when the search begins. */
    COMMONS
}
