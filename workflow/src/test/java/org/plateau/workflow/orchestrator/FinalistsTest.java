package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.fitness.Direction;
import org.plateau.core.trail.Ending;
import org.plateau.prediction.Finalists;
import org.plateau.prediction.Normal;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.configuration.SearchConfiguration.Order;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.ForecastsRevised;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.journal.JournalEvent.Revised;
import org.plateau.workflow.journal.JournalEvent.Told;
import org.plateau.workflow.simulated.InlineExecutor;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

/** The end of a search whose forecasts are made again: which stopped networks are trained on. */
class FinalistsTest {
    private static final int NETWORKS = 16;

    @TempDir
    Path folder;

    private SimulatedSearch search;

    @BeforeEach
    void prepare() {
        search = search("search");
    }

    private SimulatedSearch search(String name) {
        SimulatedSearch made = new SimulatedSearch(folder.resolve(name));
        made.setting().seed(11).budget(Setting.networks(NETWORKS)).prediction(PredictionSettings.plateau());
        return made;
    }

    private static List<String> finished(RunContents contents) {
        return contents.events(AttemptPlanned.class).stream()
                .filter(planned -> planned.purpose() == Purpose.FINISH)
                .map(AttemptPlanned::network)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<ForecastsRevised> revisions(RunContents contents) {
        return contents.events(ForecastsRevised.class);
    }

    /** Revisions with ask numbers for ids, which are each search's own. */
    private static List<String> neutral(RunContents contents) {
        List<String> texts = new ArrayList<>();
        for (ForecastsRevised revised : revisions(contents)) {
            String text = revised.toString();
            for (int ask = 1; ask <= contents.events(JournalEvent.Asked.class).size(); ask++) {
                text = text.replace(contents.network(ask), "#" + ask);
            }
            texts.add(text);
        }
        return texts;
    }

    @Test
    void withOneWorkerEachChoiceIsTheOneThatIsWorthMostByTheForecastsMadeJustBefore() {
        int beyondTheFront = 0;
        for (long seed : new long[] {1, 5, 7, 11}) {
            search = search("seed" + seed);
            search.setting().workers(1).seed(seed);
            assertThat(search.runInline().finished()).isTrue();

            RunContents contents = search.contents();
            List<String> finished = finished(contents);
            assertThat(revisions(contents)).hasSize(finished.size() + 1);
            for (int i = 0; i <= finished.size(); i++) {
                ForecastsRevised revised = revisions(contents).get(i);
                assertThat(revised.finished()).isEqualTo(finished.subList(0, i));
                assertThat(revised.history()).isEqualTo(NETWORKS + i);
                assertThat(revised.forecasts())
                        .extracting(Revised::network)
                        .noneMatch(finished.subList(0, i)::contains);
                assertThat(next(contents, revised))
                        .isEqualTo(i < finished.size() ? Optional.of(finished.get(i)) : Optional.empty());
            }
            finished.removeAll(tolds(contents));
            beyondTheFront += finished.size();
        }
        assertThat(beyondTheFront).isPositive();
    }

    /** What should be trained on next, put together from the journal's lines alone. */
    private static Optional<String> next(RunContents contents, ForecastsRevised revised) {
        Map<String, Finalists.Candidate> candidates = new LinkedHashMap<>();
        for (Told told : contents.events(Told.class)) {
            String network = contents.network(told.ask());
            double value = -told.costs().get(0);
            double deviation = 0;
            boolean measured = told.measured();
            for (AttemptEnded end : contents.events(AttemptEnded.class)) {
                if (revised.finished().contains(network)
                        && end.network().equals(network)
                        && end.fitness().isPresent()
                        && end.ending() == Ending.COMPLETED) {
                    value = end.fitness().orElseThrow().value();
                    measured = true;
                }
            }
            for (Revised forecast : revised.forecasts()) {
                if (forecast.network().equals(network)) {
                    value = forecast.value();
                    deviation = (forecast.interval().orElseThrow().upper() - value) / Normal.QUANTILE_80;
                }
            }
            List<Double> costs = told.costs().subList(1, 2);
            candidates.put(network, new Finalists.Candidate(value, deviation, measured, costs));
        }
        OptionalInt next = Finalists.standard()
                .next(
                        Direction.MAXIMIZE,
                        1,
                        List.copyOf(candidates.values()),
                        revised.finished().size());
        return next.isPresent() ? Optional.of(List.copyOf(candidates.keySet()).get(next.getAsInt())) : Optional.empty();
    }

    /** The networks that nothing told dominates. */
    private static Set<String> tolds(RunContents contents) {
        Set<String> front = new TreeSet<>();
        List<Told> all = contents.events(Told.class);
        for (Told one : all) {
            boolean dominated = all.stream()
                    .anyMatch(other -> other.ask() != one.ask()
                            && other.costs().get(0) <= one.costs().get(0)
                            && other.costs().get(1) <= one.costs().get(1));
            if (!dominated) {
                front.add(contents.network(one.ask()));
            }
        }
        return front;
    }

    @Test
    void inTheEndTheFrontIsMeasuredAndWhatIsNotShowsWhatIsExpectedOfItNow() {
        SearchReport report = search.runInline();

        ForecastsRevised last = search.contents().last(ForecastsRevised.class).orElseThrow();
        assertThat(report.front()).isNotEmpty().allMatch(SearchReport.Row::measured);
        assertThat(last.forecasts()).isNotEmpty();
        for (Revised forecast : last.forecasts()) {
            SearchReport.Row row = row(report, forecast.network());
            assertThat(row.measured()).isFalse();
            assertThat(row.values().get(0)).isEqualTo(forecast.value());
            assertThat(row.values().get(1)).isEqualTo(row.mflops());
        }
        assertThat(last.forecasts()).anySatisfy(forecast -> {
            int ask = row(report, forecast.network()).ask();
            Told told = search.contents().events(Told.class).get(ask - 1);
            assertThat(-told.costs().get(0)).isNotEqualTo(forecast.value());
        });
        assertThat(RunReader.read(search.folder(), InstantSource.system()).networks())
                .isEqualTo(report.networks());
    }

    private static SearchReport.Row row(SearchReport report, String network) {
        return report.networks().stream()
                .filter(known -> known.network().equals(network))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withTwoWorkersTwoAreTrainedOnAtATimeWhicheverEndsFirst() {
        search.runInline();
        SimulatedSearch backwards = search("backwards");

        backwards.run(new InlineExecutor(backwards.script(), true));

        assertThat(revisions(search.contents()))
                .anySatisfy(revised -> assertThat(revised.finished()).hasSize(2));
        assertThat(neutral(backwards.contents())).isEqualTo(neutral(search.contents()));
        assertThat(backwards.contents().stories()).isEqualTo(search.contents().stories());
        assertThat(backwards.contents().front()).isEqualTo(search.contents().front());
    }

    @ParameterizedTest(name = "with {0} % of its epochs left")
    @ValueSource(ints = {5, 25, 50, 75, 95})
    void aSearchThatIsStoppedInItsEndGoesOnWithTheSameChoices(int left) {
        SimulatedSearch undisturbed = search("undisturbed");
        undisturbed.runInline();
        List<String> epochs = undisturbed.script().logged("epochs");
        long inTheEnd = epochs.stream().filter(epoch -> !epoch.endsWith(":1")).count();
        assertThat(inTheEnd).isGreaterThan(8);
        long before = epochs.size() - inTheEnd * left / 100;
        search.stopWhen(() -> search.script().logged("epochs").size() >= before);
        assertThat(search.runInline().finished()).isFalse();
        assertThat(search.contents().events(JournalEvent.AskingEnded.class)).isNotEmpty();

        assertThat(search.stopWhen(() -> false).runInline().finished()).isTrue();

        assertThat(neutral(search.contents())).isEqualTo(neutral(undisturbed.contents()));
        assertThat(search.contents().stories()).isEqualTo(undisturbed.contents().stories());
        assertThat(search.contents().front()).isEqualTo(undisturbed.contents().front());
    }

    @Test
    void inTheOrderOfCompletionTheFrontIsMeasuredToo() {
        search.setting().order(Order.COMPLETION);
        search.script().write("epoch-millis=2", "uneven=true");

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        assertThat(report.front()).isNotEmpty().allMatch(SearchReport.Row::measured);
        assertThat(revisions(search.contents())).isNotEmpty();
    }

    @Test
    void oneThatCannotBeTrainedOnIsLeftOutAndTheOthersAreChosenAnew() {
        SimulatedSearch undisturbed = search("undisturbed");
        SearchReport before = undisturbed.runInline();
        int ask = row(before, finished(undisturbed.contents()).get(0)).ask();
        search.script().write("events=throw:%d:12:2 throw:%d:12:3 throw:%d:12:4".formatted(ask, ask, ask));

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        assertThat(report.networks().get(ask - 1).values()).isEmpty();
        assertThat(report.front()).isNotEmpty().allMatch(SearchReport.Row::measured);
        assertThat(search.contents().last(ForecastsRevised.class).orElseThrow().finished())
                .contains(search.contents().network(ask));
    }

    @Test
    void aLongerBudgetBeginsAnewWithWhatWasTrainedOnBefore() {
        search.runInline();
        List<String> before = finished(search.contents());
        search.setting().budget(Setting.networks(NETWORKS + 4));

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        assertThat(report.front()).allMatch(SearchReport.Row::measured);
        assertThat(search.contents().last(ForecastsRevised.class).orElseThrow().finished())
                .containsAll(before);
        assertThat(search.script().logged("epochs")).doesNotHaveDuplicates();
    }

    @Test
    void withoutFinalistsAndWithoutTheFitnessAmongTheObjectivesNothingIsRevised() {
        PredictionSettings preset = PredictionSettings.plateau();
        search.setting()
                .prediction(new PredictionSettings(
                        preset.engine(), preset.rules(), List.of(), preset.exploration(), Optional.empty()));
        assertThat(search.runInline().finished()).isTrue();
        assertThat(revisions(search.contents())).isEmpty();

        SimulatedSearch other = search("other");
        other.setting().objectives("val_loss", "mflops").budget(Setting.networks(8));
        SearchReport report = other.runInline();
        assertThat(report.finished()).isTrue();
        assertThat(report.front()).allMatch(SearchReport.Row::measured);
        assertThat(revisions(other.contents())).isEmpty();
    }
}
