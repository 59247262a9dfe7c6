package org.plateau.workflow.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.formats.trail.TrailReader;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.run.RunFolder;

/** What a run folder holds, put together by network in a way of its own, independent of the orchestrator's. */
public record RunContents(RunFolder folder, List<Journal.Line> journal) {
    public static RunContents read(RunFolder folder) {
        return new RunContents(folder, Journal.read(folder.journal()));
    }

    /** What became of a network, free of ids, attempts and times: what must be the same for the same seed. */
    public record Story(
            String genome,
            List<String> told,
            List<Measurement> curve,
            Map<Double, String> verdicts,
            List<String> endings,
            Map<String, Double> test) {}

    /** Events of a type, in their order. */
    public <E extends JournalEvent> List<E> events(Class<E> type) {
        return journal.stream()
                .map(Journal.Line::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The attempts at a network, in their order. */
    public List<AttemptPlanned> attempts(String network) {
        return events(AttemptPlanned.class).stream()
                .filter(planned -> planned.network().equals(network))
                .toList();
    }

    /** The network of an ask. */
    public String network(int ask) {
        return events(JournalEvent.Asked.class).get(ask - 1).network();
    }

    public List<TrailEntry> trail(String network, int attempt) {
        return TrailReader.readAll(folder.attempt(network, attempt).trail());
    }

    /** The epoch of the last measurement with a checkpoint in an attempt's trail, 0 for none. */
    public double lastCheckpoint(String network, int attempt) {
        return trail(network, attempt).stream()
                .map(TrailEntry::event)
                .filter(TrailEvent.EpochMeasured.class::isInstance)
                .map(TrailEvent.EpochMeasured.class::cast)
                .filter(measured -> measured.checkpoint().isPresent())
                .mapToDouble(measured -> measured.measurement().epoch())
                .max()
                .orElse(0);
    }

    /** Final front by ask numbers, empty while there is none. */
    public List<Integer> front() {
        List<JournalEvent.Asked> asked = events(JournalEvent.Asked.class);
        return events(JournalEvent.SearchFinished.class).stream()
                .reduce((first, second) -> second)
                .map(JournalEvent.SearchFinished::front)
                .orElse(List.of())
                .stream()
                .map(id -> asked.stream()
                        .filter(ask -> ask.network().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .candidate()
                        .ask())
                .toList();
    }

    /** By ask number. */
    public Map<Integer, Story> stories() {
        Map<Integer, Story> stories = new TreeMap<>();
        for (JournalEvent.Asked asked : events(JournalEvent.Asked.class)) {
            stories.put(asked.candidate().ask(), story(asked));
        }
        return stories;
    }

    private Story story(JournalEvent.Asked asked) {
        List<Measurement> curve = new ArrayList<>();
        Map<Double, String> verdicts = new TreeMap<>();
        List<String> endings = new ArrayList<>();
        Map<String, Double> test = new TreeMap<>();
        for (AttemptPlanned planned : attempts(asked.network())) {
            List<TrailEntry> trail = trail(asked.network(), planned.attempt());
            if (!trail.isEmpty() && planned.purpose() != Purpose.TEST) {
                double from = planned.resume().map(ResumePoint::epoch).orElse(0.0);
                curve.removeIf(measurement -> measurement.epoch() > from);
                verdicts.keySet().removeIf(epoch -> epoch > from);
            }
            trail.forEach(entry -> read(planned.purpose(), entry.event(), curve, verdicts, endings, test));
        }
        return new Story(asked.candidate().genome(), told(asked.candidate().ask()), curve, verdicts, endings, test);
    }

    private static void read(
            Purpose purpose,
            TrailEvent event,
            List<Measurement> curve,
            Map<Double, String> verdicts,
            List<String> endings,
            Map<String, Double> test) {
        if (event instanceof TrailEvent.EpochMeasured measured) {
            curve.add(measured.measurement());
        } else if (event instanceof TrailEvent.VerdictGiven verdict) {
            verdicts.put(
                    verdict.epoch(),
                    "%s %s %s %s".formatted(verdict.stop(), verdict.rule(), verdict.reason(), verdict.numbers()));
        } else if (event instanceof TrailEvent.NetworkTested tested) {
            test.putAll(tested.result().measures());
        } else if (event instanceof TrailEvent.TrainingEnded ended && ended.ending() != Ending.INTERRUPTED) {
            endings.add("%s %s %s %s %s"
                    .formatted(purpose, ended.ending(), ended.epoch(), ended.fitness(), ended.message()));
        }
    }

    private List<String> told(int ask) {
        List<String> told = new ArrayList<>();
        for (Journal.Line line : journal) {
            if (line.event() instanceof JournalEvent.Told tell && tell.ask() == ask) {
                told.add("%s %s".formatted(tell.costs(), tell.measured()));
            } else if (line.event() instanceof JournalEvent.ToldFailed failed && failed.ask() == ask) {
                told.add(failed.reason());
            }
        }
        return told;
    }

    /** What is asked of the last line of a kind. */
    public <E extends JournalEvent> Optional<E> last(Class<E> type) {
        return events(type).stream().reduce((first, second) -> second);
    }
}
