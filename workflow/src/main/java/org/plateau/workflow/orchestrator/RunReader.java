package org.plateau.workflow.orchestrator;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.plateau.core.dataset.DatasetProperties;
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
        if (lines.isEmpty() || !(lines.get(0).event() instanceof JournalEvent.SearchStarted started)) {
            throw new RunFolderException(
                    "%s has an empty journal: its search has not begun yet".formatted(folder.root()));
        }
        SearchState state = SearchState.of(lines);
        SearchConfiguration configuration = configuration(folder, started);
        DatasetProperties dataset = started.dataset();
        RunContext run = new RunContext(
                folder,
                configuration,
                started.configuration(),
                started.search(),
                event -> {
                    throw new IllegalStateException("Whoever only looks at a run writes nothing: " + event);
                },
                state,
                dataset);
        FrontStage front = new FrontStage(run, new Scores(configuration));
        return new Reporting(run, front).report(state.seconds() + running(folder, clock));
    }

    private static SearchConfiguration configuration(RunFolder folder, JournalEvent.SearchStarted started) {
        try {
            return WorkflowJson.mapper().readValue(started.configuration(), SearchConfiguration.class);
        } catch (JsonProcessingException e) {
            throw new RunFolderException(
                    "%s, line 1: no configuration of this version: %s"
                            .formatted(folder.journal(), e.getOriginalMessage()),
                    e);
        }
    }

    /** Seconds since the session that is running now began, 0 where none is. */
    private static double running(RunFolder folder, InstantSource clock) {
        if (!RunLock.held(folder)) {
            return 0;
        }
        Instant began = Instant.EPOCH;
        for (Journal.Line line : Journal.read(folder.journal())) {
            if (line.event() instanceof JournalEvent.SearchStarted
                    || line.event() instanceof JournalEvent.SearchResumed) {
                began = line.time();
            }
        }
        return Duration.between(began, clock.instant()).toMillis() / 1000.0;
    }
}
