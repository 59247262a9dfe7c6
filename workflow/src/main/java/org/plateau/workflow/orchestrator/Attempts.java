package org.plateau.workflow.orchestrator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.provenance.Provenance;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.Origin;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEvent;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.attempt.AttemptRecord;
import org.plateau.workflow.attempt.AttemptTask;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.executor.AttemptState;
import org.plateau.workflow.executor.Executor;
import org.plateau.workflow.executor.Opening;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.run.AttemptFolder;

/** Plans attempts, hands them to the executor and collects what became of them. */
final class Attempts {
    private final RunContext run;
    private final Executor executor;
    private final TrailIntake intake;
    private final Map<AttemptFolder, AttemptPlanned> flying = new LinkedHashMap<>();

    Attempts(RunContext run, Executor executor, TrailIntake intake) {
        this.run = run;
        this.executor = executor;
        this.intake = intake;
    }

    int flying() {
        return flying.size();
    }

    /** The number is in the journal before the attempt is submitted. */
    void start(NetworkState network, Purpose purpose, Opening opening) {
        int number = network.nextAttempt();
        Optional<AttemptTask.Resume> resume = resume(network);
        AttemptPlanned planned =
                new AttemptPlanned(network.id(), number, purpose, resume.map(AttemptTask.Resume::point), 0);
        run.record(planned);
        AttemptFolder folder = run.folder().attempt(network.id(), number);
        TaskFile.write(folder.task(), task(network, planned, resume, opening));
        flying.put(folder, planned);
        intake.follow(folder);
        executor.submit(List.of(folder));
    }

    /** Takes in what is new; returns when all attempts that are over are in the journal. */
    void collect() {
        intake.takeIn();
        Map<AttemptFolder, AttemptState> states = executor.poll(List.copyOf(flying.keySet()));
        states.forEach((folder, state) -> {
            if (state instanceof AttemptState.Over) {
                finish(folder, Optional.empty());
            } else if (state instanceof AttemptState.Faulted faulted) {
                finish(folder, Optional.of(faulted.message()));
            }
        });
    }

    void await(Duration time) {
        executor.await(time);
    }

    /** Writes the end of an attempt of this or an earlier orchestrator to the journal, from what it left. */
    void adopt(AttemptPlanned planned, Optional<String> fault) {
        AttemptFolder folder = run.folder().attempt(planned.network(), planned.attempt());
        intake.follow(folder);
        intake.finish(folder);
        run.record(end(planned, AttemptRecord.read(folder), fault));
    }

    private void finish(AttemptFolder folder, Optional<String> fault) {
        AttemptPlanned planned = flying.remove(folder);
        if (planned != null) {
            adopt(planned, fault);
        }
    }

    private AttemptEnded end(AttemptPlanned planned, AttemptRecord record, Optional<String> fault) {
        List<Measurement> before = before(planned);
        double last = record.epochs().isEmpty()
                ? planned.resume().map(ResumePoint::epoch).orElse(0.0)
                : record.epochs().get(record.epochs().size() - 1).measurement().epoch();
        Map<String, Double> series = series(record.measured(before, last));
        Optional<TrailEvent.TrainingEnded> ended = record.ended();
        if (ended.isPresent() && ended.get().ending() != Ending.FAILED) {
            TrailEvent.TrainingEnded end = ended.get();
            return new AttemptEnded(
                    planned.network(),
                    planned.attempt(),
                    end.ending(),
                    end.epoch(),
                    end.fitness(),
                    series,
                    false,
                    end.message());
        }
        boolean failed = fault.isPresent() || ended.isPresent();
        String message =
                ended.map(TrailEvent.TrainingEnded::message).or(() -> fault).orElse("It was left without an ending");
        return new AttemptEnded(
                planned.network(),
                planned.attempt(),
                failed ? Ending.FAILED : Ending.INTERRUPTED,
                last,
                Optional.<Fitness>empty(),
                series,
                failed,
                message);
    }

    private List<Measurement> before(AttemptPlanned planned) {
        if (planned.resume().isEmpty()) {
            return List.of();
        }
        AttemptFolder folder = run.folder().attempt(planned.network(), planned.attempt());
        return TaskFile.read(folder.task(), AttemptTask.class)
                .resume()
                .map(AttemptTask.Resume::measured)
                .orElse(List.of());
    }

    private static Map<String, Double> series(List<Measurement> measured) {
        Map<String, Double> series = new TreeMap<>();
        for (Measurement measurement : measured) {
            measurement.values().forEach((name, value) -> {
                boolean summed = name.equals("seconds") || name.equals("joules");
                series.merge(name, value, (known, next) -> summed ? known + next : next);
            });
        }
        return series;
    }

    /** The newest checkpoint of any attempt at the network, with what had been measured up to it. */
    private Optional<AttemptTask.Resume> resume(NetworkState network) {
        List<NetworkState.Attempt> attempts = new ArrayList<>(network.attempts());
        for (int i = attempts.size() - 1; i >= 0; i--) {
            AttemptPlanned planned = attempts.get(i).planned();
            AttemptRecord record = AttemptRecord.read(run.folder().attempt(network.id(), planned.attempt()));
            Optional<ResumePoint> point = record.checkpoint();
            if (point.isPresent()) {
                Path file = record.file(point.get().checkpoint()).orElseThrow();
                return Optional.of(new AttemptTask.Resume(
                        point.get(),
                        file.toAbsolutePath(),
                        record.measured(before(planned), point.get().epoch())));
            }
        }
        return Optional.empty();
    }

    private AttemptTask task(
            NetworkState network, AttemptPlanned planned, Optional<AttemptTask.Resume> resume, Opening opening) {
        Architecture architecture = run.architecture(network);
        List<String> parents = network.candidate().parents().stream()
                .map(ask -> run.state().asked().get(ask - 1).id())
                .toList();
        Origin origin = new Origin(
                run.searchId(),
                network.candidate().ask(),
                network.candidate().generation(),
                run.spaceName(),
                network.candidate().genome(),
                network.candidate().operator(),
                parents);
        Provenance provenance = new Provenance(
                opening.environment(),
                Map.of(
                        "search", run.configuration().seed(),
                        "split", run.configuration().dataset().split().seed(),
                        "training", network.seed()),
                run.configurationText());
        return new AttemptTask(
                AttemptTask.FORMAT,
                network.id(),
                planned.attempt(),
                planned.purpose(),
                origin,
                architecture,
                run.configuration().dataset(),
                opening.dataset().fingerprint(),
                run.configuration().training(),
                network.seed(),
                resume,
                planned.purpose() == Purpose.SEARCH ? run.configuration().prediction() : PredictionSettings.none(),
                planned.history(),
                provenance,
                run.configuration().execution().device(),
                run.configuration().execution().threads());
    }
}
