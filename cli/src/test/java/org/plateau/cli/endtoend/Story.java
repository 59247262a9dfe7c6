package org.plateau.cli.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.formats.trail.TrailReader;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.run.RunFolder;

/**
 * What a run did, free of ids, attempts and times: what the same seed must repeat, whatever happened in between.
 *
 * @param networks in the order of their asks: genome, what was told, measurements and verdicts by epoch, measures on the test split
 * @param front the final front, as places in that order
 */
record Story(List<Network> networks, List<Integer> front) {
    /** One network's life. */
    record Network(
            String genome,
            List<String> told,
            Map<Double, Map<String, Double>> curve,
            Map<Double, String> verdicts,
            Map<String, Double> test) {}

    static Story of(Path folder) {
        RunFolder run = new RunFolder(folder);
        List<Network> networks = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Integer> front = new ArrayList<>();
        for (Journal.Line line : Journal.read(run.journal())) {
            JournalEvent event = line.event();
            if (event instanceof JournalEvent.Asked asked) {
                ids.add(asked.network());
                networks.add(network(asked.candidate().genome()));
            } else if (event instanceof JournalEvent.AttemptPlanned planned) {
                Path trail = run.attempt(planned.network(), planned.attempt()).trail();
                TrailReader.readAll(trail).forEach(entry -> add(networks.get(ids.indexOf(planned.network())), entry));
            } else if (event instanceof JournalEvent.Told told) {
                networks.get(told.ask() - 1).told().add("%s %s".formatted(told.costs(), told.measured()));
            } else if (event instanceof JournalEvent.ToldFailed failed) {
                networks.get(failed.ask() - 1).told().add(failed.reason());
            } else if (event instanceof JournalEvent.SearchFinished finished) {
                front.clear();
                finished.front().forEach(id -> front.add(ids.indexOf(id)));
            }
        }
        return new Story(networks, List.copyOf(front));
    }

    private static Network network(String genome) {
        return new Network(genome, new ArrayList<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** What a later attempt measured again takes the place of what an older one did. */
    private static void add(Network network, TrailEntry entry) {
        if (entry.event() instanceof TrailEvent.EpochMeasured measured) {
            Map<String, Double> values = new TreeMap<>(measured.measurement().values());
            values.keySet().removeIf(name -> name.endsWith("seconds") || name.equals("joules"));
            network.curve().put(measured.measurement().epoch(), values);
        } else if (entry.event() instanceof TrailEvent.VerdictGiven verdict) {
            network.verdicts()
                    .put(
                            verdict.epoch(),
                            "%s %s %s %s"
                                    .formatted(verdict.stop(), verdict.rule(), verdict.reason(), verdict.numbers()));
        } else if (entry.event() instanceof TrailEvent.NetworkTested tested) {
            network.test().putAll(tested.result().measures());
        }
    }

    /** How often a run told the searcher of a network so far. */
    static long told(Path folder) {
        Path journal = new RunFolder(folder).journal();
        return Files.exists(journal)
                ? Journal.read(journal).stream()
                        .filter(line -> line.event() instanceof JournalEvent.Told)
                        .count()
                : 0;
    }

    /** Attempts that a run planned, for any purpose. */
    static long attempts(Path folder) {
        return Journal.read(new RunFolder(folder).journal()).stream()
                .filter(line -> line.event() instanceof JournalEvent.AttemptPlanned)
                .count();
    }

    /** Whether a run's search came to its end. */
    static boolean finished(Path folder) {
        return Journal.read(new RunFolder(folder).journal()).stream()
                .anyMatch(line -> line.event() instanceof JournalEvent.SearchFinished);
    }
}
