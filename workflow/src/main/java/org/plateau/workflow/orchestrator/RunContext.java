package org.plateau.workflow.orchestrator;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.plateau.core.architecture.Architecture;
import org.plateau.search.space.SearchSpace;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.run.RunFolder;

/** One run of a search: its folder, its configuration, and its journal with what that adds up to. */
final class RunContext {
    private final RunFolder folder;
    private final SearchConfiguration configuration;
    private final String configurationText;
    private final String searchId;
    private final Consumer<JournalEvent> journal;
    private final SearchState state;
    private final SearchSpace<?> space;
    private final Map<String, Architecture> architectures = new HashMap<>();

    RunContext(
            RunFolder folder,
            SearchConfiguration configuration,
            String configurationText,
            String searchId,
            Consumer<JournalEvent> journal,
            SearchState state,
            SearchSpace<?> space) {
        this.folder = folder;
        this.configuration = configuration;
        this.configurationText = configurationText;
        this.searchId = searchId;
        this.journal = journal;
        this.state = state;
        this.space = space;
    }

    RunFolder folder() {
        return folder;
    }

    SearchConfiguration configuration() {
        return configuration;
    }

    /** Canonical JSON of the configuration. */
    String configurationText() {
        return configurationText;
    }

    String searchId() {
        return searchId;
    }

    String spaceName() {
        return space.name();
    }

    SearchSpace<?> space() {
        return space;
    }

    SearchState state() {
        return state;
    }

    /** Writes an event to the journal; it acts only when it is on the disk. */
    void record(JournalEvent event) {
        journal.accept(event);
        state.apply(event);
    }

    Architecture architecture(NetworkState network) {
        return architectures.computeIfAbsent(network.candidate().genome(), space::architecture);
    }
}
