package org.plateau.workflow.orchestrator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.executor.Opening;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.RunFolder;

/** Checks that a run folder is what it is taken for. */
final class RunFiles {
    /** Version of the run folder's layout that is written. */
    static final int FORMAT = 1;

    private RunFiles() {}

    /** The journal's events, none where there is no journal yet. */
    static List<JournalEvent> events(RunFolder folder) {
        if (!Files.exists(folder.journal())) {
            return List.of();
        }
        List<JournalEvent> events =
                Journal.read(folder.journal()).stream().map(Journal.Line::event).toList();
        if (!events.isEmpty() && !(events.get(0) instanceof JournalEvent.SearchStarted)) {
            throw new ResumeException("%s, line 1: expected the beginning of a search".formatted(folder.journal()));
        }
        return events;
    }

    /**
     * @throws ResumeException if the run was begun with another configuration or in another layout. What may differ is the
     *     budget, so that a search can be prolonged.
     */
    static void requireSameSearch(RunFolder folder, List<JournalEvent> events, SearchConfiguration configuration) {
        if (events.isEmpty() || !(events.get(0) instanceof JournalEvent.SearchStarted started)) {
            return;
        }
        requireFormat(folder, started);
        List<String> differences = new ArrayList<>();
        compare("", tree(started.configuration()), WorkflowJson.mapper().valueToTree(configuration), differences);
        differences.removeIf(difference -> difference.startsWith("budget."));
        if (!differences.isEmpty()) {
            throw new ResumeException("The run %s was begun with another configuration: %s"
                    .formatted(folder.root(), String.join("; ", differences)));
        }
    }

    /** @throws ResumeException if the run folder has another layout than this version writes */
    static void requireFormat(RunFolder folder, JournalEvent.SearchStarted started) {
        if (started.format() != FORMAT) {
            throw new ResumeException("The run folder %s has layout version %d, but this Plateau reads version %d"
                    .formatted(folder.root(), started.format(), FORMAT));
        }
    }

    /** @throws ResumeException if the dataset is not the one that the search began with */
    static void requireSameDataset(JournalEvent.SearchStarted started, Opening opening) {
        String then = started.dataset().fingerprint();
        String now = opening.dataset().fingerprint();
        if (!then.equals(now)) {
            throw new ResumeException(
                    "The dataset %s has changed since the search began: its fingerprint was %s, now it is %s"
                            .formatted(started.dataset().name(), then, now));
        }
    }

    static boolean budgetChanged(JournalEvent.SearchStarted started, SearchConfiguration configuration) {
        List<String> differences = new ArrayList<>();
        JsonNode then = tree(started.configuration()).path("budget");
        compare("", then, WorkflowJson.mapper().valueToTree(configuration.budget()), differences);
        return !differences.isEmpty();
    }

    private static JsonNode tree(String json) {
        try {
            return WorkflowJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new ResumeException("The journal's configuration is no JSON: " + e.getOriginalMessage());
        }
    }

    private static void compare(String path, JsonNode then, JsonNode now, List<String> differences) {
        if (then.isObject() && now.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            then.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            String prefix = path.isEmpty() ? "" : path + ".";
            names.forEach(name -> compare(prefix + name, then.path(name), now.path(name), differences));
        } else if (!then.equals(now) && !then.toString().equals(now.toString())) {
            differences.add("%s was %s, now it is %s".formatted(path, shown(then), shown(now)));
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "not set" : node.toString();
    }
}
