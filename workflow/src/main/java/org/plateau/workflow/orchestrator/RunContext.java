package org.plateau.workflow.orchestrator;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.search.space.SearchSpace;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.run.RunFolder;

/** One run of a search: its folder, its configuration, and its journal with what that adds up to. */
final class RunContext {
    private final RunFolder folder;
    private final SearchConfiguration configuration;
    private final String configurationText;
    private final String searchId;
    private final Function<JournalEvent, Journal.Line> journal;
    private final SearchState state;
    private final DatasetProperties dataset;
    private final SearchSpace<?> space;
    private final Map<String, Architecture> architectures = new HashMap<>();

    /** @param journal writes an event and returns its line when it is on the disk */
    RunContext(
            RunFolder folder,
            SearchConfiguration configuration,
            String configurationText,
            String searchId,
            Function<JournalEvent, Journal.Line> journal,
            SearchState state,
            DatasetProperties dataset) {
        this.folder = folder;
        this.configuration = configuration;
        this.configurationText = configurationText;
        this.searchId = searchId;
        this.journal = journal;
        this.state = state;
        this.dataset = dataset;
        this.space =
                configuration.space().space(dataset.shape(), dataset.classes().size());
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

    DatasetProperties dataset() {
        return dataset;
    }

    SearchState state() {
        return state;
    }

    /** Writes an event to the journal; it acts only when it is on the disk. */
    void record(JournalEvent event) {
        state.apply(journal.apply(event));
    }

    Architecture architecture(NetworkState network) {
        return architectures.computeIfAbsent(network.candidate().genome(), space::architecture);
    }
}
