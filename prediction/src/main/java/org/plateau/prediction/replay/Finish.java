package org.plateau.prediction.replay;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.plateau.core.fitness.Direction;
import org.plateau.prediction.Finalists;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Normal;

/** The end of a replayed search: stopped networks are trained on to the horizon, as its row says. */
final class Finish {
    private final ReplayGroup group;
    private final ReplayRow.Judged row;
    private final Outcome[] outcomes;

    /** @param outcomes of the search, which change */
    Finish(ReplayGroup group, ReplayRow.Judged row, Outcome[] outcomes) {
        this.group = group;
        this.row = row;
        this.outcomes = outcomes;
    }

    /** @param history what has finished by then */
    void run(History history) {
        if (row.survivors() instanceof Survivors.Expected expected) {
            expected(expected.finalists(), history);
        } else if (row.survivors() instanceof Survivors.Best best) {
            best(best);
        }
    }

    private void best(Survivors.Best survivors) {
        if (!survivors.untilMeasured()) {
            IntStream.of(SearchReplay.best(outcomes, outcomes.length))
                    .filter(i -> outcomes[i].stopped())
                    .limit(survivors.count())
                    .forEach(i -> outcomes[i] = outcomes[i].finished());
            return;
        }
        OptionalInt next;
        do {
            next = IntStream.of(SearchReplay.best(outcomes, survivors.count()))
                    .filter(i -> outcomes[i].stopped())
                    .findFirst();
            next.ifPresent(i -> outcomes[i] = outcomes[i].finished());
        } while (next.isPresent());
    }

    private void expected(Finalists finalists, History finished) {
        List<ReplayTraining> trainings = group.seen(row.predictor().sight());
        boolean learns = row.predictor().sight().history();
        History history = learns ? finished : History.none();
        revise(trainings, history);
        OptionalInt next = finalists.next(Direction.MAXIMIZE, 1, candidates(), 0);
        for (int count = 1; next.isPresent(); count++) {
            int network = next.getAsInt();
            outcomes[network] = outcomes[network].finished();
            history = learns ? history.plus(trainings.get(network).finished(group.metric())) : history;
            revise(trainings, history);
            next = finalists.next(Direction.MAXIMIZE, 1, candidates(), count);
        }
    }

    private List<Finalists.Candidate> candidates() {
        return Arrays.stream(outcomes).map(Finish::candidate).toList();
    }

    private static Finalists.Candidate candidate(Outcome outcome) {
        double deviation = outcome.interval()
                .map(interval -> (interval.upper() - outcome.recorded()) / Normal.QUANTILE_80)
                .orElse(0.0);
        return new Finalists.Candidate(outcome.recorded(), deviation, !outcome.stopped(), List.of());
    }

    /** Makes the forecasts of all stopped networks again. */
    private void revise(List<ReplayTraining> trainings, History history) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i].stopped() && outcomes[i].interval().isPresent()) {
                outcomes[i] = revised(outcomes[i], trainings.get(i), history);
            }
        }
    }

    private Outcome revised(Outcome outcome, ReplayTraining training, History history) {
        Forecast forecast = row.predictor()
                .begin()
                .get()
                .forecast(group.observation(training).upTo(outcome.spent()), history);
        return forecast.present()
                ? new Outcome(
                        outcome.spent(),
                        outcome.full(),
                        forecast.value(),
                        outcome.truth(),
                        true,
                        SearchReplay.interval(forecast))
                : outcome;
    }
}
