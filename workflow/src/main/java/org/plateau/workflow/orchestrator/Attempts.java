package org.plateau.workflow.orchestrator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.provenance.Provenance;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.Origin;
import org.plateau.prediction.ExplorationSettings.Grant;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.attempt.AttemptTask;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.configuration.Objective;
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
    private final ToldHistory history;
    private final Grants grants;
    private final Map<AttemptFolder, AttemptPlanned> flying = new LinkedHashMap<>();

    Attempts(RunContext run, Executor executor, TrailIntake intake, ToldHistory history) {
        this.run = run;
        this.executor = executor;
        this.intake = intake;
        this.history = history;
        this.grants = new Grants(run, history);
    }

    int flying() {
        return flying.size();
    }

    /** Epochs measured so far in the attempts that are under way. */
    int epochs() {
        return flying.keySet().stream().mapToInt(intake::epochs).sum();
    }

    /** The number is in the journal before the attempt is submitted. */
    void start(NetworkState network, Purpose purpose, Opening opening) {
        Optional<AttemptTask.Resume> resume = new Lineage(run.folder(), network).newest();
        boolean judged = purpose == Purpose.SEARCH;
        AttemptPlanned planned = new AttemptPlanned(
                network.id(),
                network.nextAttempt(),
                purpose,
                resume.map(AttemptTask.Resume::point),
                judged ? history.version(network) : 0,
                judged ? Optional.of(grants.of(network)) : Optional.empty());
        run.record(planned);
        AttemptFolder folder = run.folder().attempt(network.id(), planned.attempt());
        TaskFile.write(folder.task(), task(network, planned, resume, opening));
        flying.put(folder, planned);
        intake.follow(folder);
        executor.submit(List.of(folder));
    }

    /**
     * Takes in what is new; returns when all attempts that are over are in the journal.
     *
     * @return whether there were any
     */
    boolean collect() {
        intake.takeIn();
        int before = flying.size();
        executor.poll(List.copyOf(flying.keySet())).forEach(this::finishIfOver);
        return flying.size() < before;
    }

    /** The same when the executor is closed, whether or not it was fit to go on. */
    void collectLast() {
        for (AttemptFolder folder : List.copyOf(flying.keySet())) {
            executor.find(folder).ifPresent(state -> finishIfOver(folder, state));
        }
    }

    void await(Duration time) {
        executor.await(time);
    }

    /**
     * Leaves no attempt of an older orchestrator without an end in the journal, and none of them unknown to the
     * data commons. Nobody is at one any more.
     */
    void takeOver() {
        for (NetworkState network : run.state().asked()) {
            for (NetworkState.Attempt attempt : network.attempts()) {
                AttemptPlanned planned = attempt.planned();
                if (attempt.ended().isEmpty()) {
                    adopt(planned, Optional.empty());
                } else {
                    intake.takeInAgain(run.folder().attempt(planned.network(), planned.attempt()));
                }
            }
        }
    }

    /** Writes the end of an attempt of this or an earlier orchestrator to the journal, from what it left. */
    void adopt(AttemptPlanned planned, Optional<String> fault) {
        AttemptFolder folder = run.folder().attempt(planned.network(), planned.attempt());
        intake.finish(folder);
        Lineage lineage = new Lineage(run.folder(), run.state().network(planned.network()));
        AttemptEnded ended = AttemptEnds.of(lineage, planned, fault);
        if (planned.purpose() != Purpose.TEST
                && (ended.ending() == Ending.COMPLETED || ended.ending() == Ending.STOPPED)) {
            intake.keepWeights(run.folder(), planned.network());
        }
        run.record(ended);
    }

    private void finishIfOver(AttemptFolder folder, AttemptState state) {
        if (state instanceof AttemptState.Over) {
            finish(folder, Optional.empty());
        } else if (state instanceof AttemptState.Faulted faulted) {
            finish(folder, Optional.of(faulted.message()));
        }
    }

    private void finish(AttemptFolder folder, Optional<String> fault) {
        AttemptPlanned planned = flying.remove(folder);
        if (planned != null) {
            adopt(planned, fault);
        }
    }

    private AttemptTask.Role role(NetworkState network, AttemptPlanned planned, Grant grant) {
        boolean exploring = planned.resume()
                .filter(from -> new Lineage(run.folder(), network)
                        .explored(network.attempt(from.attempt()).planned(), from.epoch()))
                .isPresent();
        return new AttemptTask.Role(
                run.configuration().objectives().stream()
                        .map(Objective::measure)
                        .toList(),
                grant,
                exploring);
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
                planned.grant().map(grant -> role(network, planned, grant)),
                Optional.empty(),
                provenance,
                run.configuration().execution().device(),
                run.configuration().execution().threads());
    }
}
