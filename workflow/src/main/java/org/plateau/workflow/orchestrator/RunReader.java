package org.plateau.workflow.orchestrator;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;

/** Looks at a run from outside, while its search runs or afterwards. Changes nothing. */
public final class RunReader {
    private RunReader() {}

    /**
     * What has come of a run so far.
     *
     * @throws RunFolderException if the folder is no run, or one of another version
     */
    public static SearchReport read(RunFolder folder, InstantSource clock) {
        if (!Files.exists(folder.journal())) {
            throw new RunFolderException("%s is no run: it has no journal.jsonl".formatted(folder.root()));
        }
        List<Journal.Line> lines = RunFiles.lines(folder);
        if (lines.isEmpty()) {
            throw new RunFolderException(
                    "%s has an empty journal: its search has not begun yet".formatted(folder.root()));
        }
        SearchState state = SearchState.of(lines);
        double seconds = RunLock.held(folder) ? state.secondsAt(clock.instant()) : state.seconds();
        return report(folder, configuration(folder, state), state, seconds);
    }

    /** What the journal of a run that began tells. */
    static SearchReport report(
            RunFolder folder, SearchConfiguration configuration, SearchState state, double elapsedSeconds) {
        JournalEvent.SearchStarted started = state.started().orElseThrow();
        RunContext run = new RunContext(
                folder,
                configuration,
                state.configuration(),
                started.search(),
                event -> {
                    throw new IllegalStateException("Whoever only looks at a run writes nothing: " + event);
                },
                state,
                started.dataset());
        return new Reporting(run, new FrontStage(run, new Scores(configuration))).report(elapsedSeconds);
    }

    private static SearchConfiguration configuration(RunFolder folder, SearchState state) {
        try {
            return WorkflowJson.mapper().readValue(state.configuration(), SearchConfiguration.class);
        } catch (JsonProcessingException e) {
            throw new RunFolderException(
                    "%s: no configuration of this version: %s".formatted(folder.journal(), e.getOriginalMessage()), e);
        }
    }
}
