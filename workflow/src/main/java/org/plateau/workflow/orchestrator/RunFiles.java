package org.plateau.workflow.orchestrator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.plateau.formats.json.CanonicalJson;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.executor.Opening;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.DiskError;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;

/** Checks that a run folder is what it is taken for. */
final class RunFiles {
    /** Version of the run folder's layout that is written. */
    static final int FORMAT = 1;

    /**
     * What a resume may change: how long the search goes on, where and with what it computes (the trails say so of every
     * attempt), and where the dataset is, whose fingerprint is compared.
     */
    private static final List<String> MAY_DIFFER = List.of(
            "budget.",
            "dataset.source.",
            "execution.attempts ",
            "execution.device ",
            "execution.networks-per-worker ",
            "execution.threads ",
            "execution.worker-memory ");

    private RunFiles() {}

    /**
     * The journal's lines, none where there is no journal yet.
     *
     * @throws ResumeException if the run was begun in another layout
     */
    static List<Journal.Line> lines(RunFolder folder) {
        if (!Files.exists(folder.journal())) {
            return List.of();
        }
        requireLayout(folder);
        List<Journal.Line> lines = Journal.read(folder.journal());
        if (!lines.isEmpty() && !(lines.get(0).event() instanceof JournalEvent.SearchStarted)) {
            throw new ResumeException("%s, line 1: expected the beginning of a search".formatted(folder.journal()));
        }
        return lines;
    }

    /** Looks at the bare JSON of the first line: another version's may not be readable in any other way. */
    private static void requireLayout(RunFolder folder) {
        try (BufferedReader reader = Files.newBufferedReader(folder.journal())) {
            String first = reader.readLine();
            if (first == null) {
                return;
            }
            JsonNode format =
                    WorkflowJson.mapper().readTree(first).path("event").path("format");
            if (format.isInt() && format.asInt() != FORMAT) {
                throw new ResumeException("The run folder %s has layout version %d, but this Plateau reads version %d"
                        .formatted(folder.root(), format.asInt(), FORMAT));
            }
        } catch (JsonProcessingException e) {
            // Torn or broken: reading it as a journal says so with its line.
            return;
        } catch (IOException e) {
            throw new RunFolderException(
                    "Cannot read the journal %s: %s".formatted(folder.journal(), DiskError.reason(e)), e);
        }
    }

    /**
     * @throws ResumeException if the run was begun with another configuration. See {@link #MAY_DIFFER} for
     *     what may differ.
     */
    static void requireSameSearch(RunFolder folder, SearchState state, SearchConfiguration configuration) {
        if (state.started().isEmpty()) {
            return;
        }
        List<String> differences = new ArrayList<>();
        compare("", tree(state.configuration()), tree(text(configuration)), differences);
        differences.removeIf(difference -> MAY_DIFFER.stream().anyMatch(difference::startsWith));
        if (!differences.isEmpty()) {
            throw new ResumeException("The run %s was begun with another configuration: %s"
                    .formatted(folder.root(), String.join("; ", differences)));
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

    /** Whether the budget is another one than the last orchestrator had. */
    static boolean budgetChanged(SearchState state, SearchConfiguration configuration) {
        List<String> differences = new ArrayList<>();
        JsonNode then = tree(state.configuration()).path("budget");
        compare("", then, tree(text(configuration)).path("budget"), differences);
        return !differences.isEmpty();
    }

    /** Canonical JSON of a configuration. */
    static String text(SearchConfiguration configuration) {
        return CanonicalJson.text(WorkflowJson.mapper().valueToTree(configuration));
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
            names.forEach(
                    name -> compare(prefix + name.replace('_', '-'), then.path(name), now.path(name), differences));
        } else if (then.isArray() && now.isArray() && then.size() == now.size()) {
            for (int i = 0; i < then.size(); i++) {
                compare("%s[%d]".formatted(path, i), then.get(i), now.get(i), differences);
            }
        } else if (!then.equals(now) && !(isUnset(then) && isUnset(now))) {
            differences.add("%s was %s, now it is %s".formatted(path, shown(then), shown(now)));
        }
    }

    /** What an older version did not know and did not write is as if it had not been wanted. */
    private static boolean isUnset(JsonNode node) {
        return node.isMissingNode() || node.isNull() || (node.isBoolean() && !node.booleanValue());
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "not set" : node.toString();
    }
}
