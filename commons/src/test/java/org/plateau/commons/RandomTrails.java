package org.plateau.commons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;

/** Trails as they may come: attempts that break off anywhere, resumes from any earlier one, odd numbers. */
final class RandomTrails {
    private final Random random;

    RandomTrails(Random random) {
        this.random = random;
    }

    /** The attempts of a network, each as its entries. */
    List<List<TrailEntry>> attempts(String network, int ask) {
        List<List<TrailEntry>> attempts = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int attempt = 1; attempt <= count; attempt++) {
            attempts.add(SampleTrails.entries(network, attempt, events(ask, attempt)));
        }
        return attempts;
    }

    private List<TrailEvent> events(int ask, int attempt) {
        List<TrailEvent> events = new ArrayList<>();
        events.add(SampleTrails.generated("s" + ask % 3, ask));
        Optional<ResumePoint> point = point(attempt);
        events.add(SampleTrails.started(point));
        int epoch = point.map(p -> (int) p.epoch()).orElse(0);
        int end = epoch + random.nextInt(8);
        while (epoch < end) {
            epoch++;
            events.add(SampleTrails.epoch(random.nextInt(20) == 0 ? epoch - 0.5 : epoch, accuracy()));
            events.add(SampleTrails.forecast(epoch, random.nextInt(5) == 0 ? Double.NaN : accuracy()));
            events.add(SampleTrails.verdict(epoch, epoch == end && random.nextBoolean()));
        }
        ending(events, epoch);
        return random.nextInt(3) == 0 ? events.subList(0, 1 + random.nextInt(events.size())) : events;
    }

    private void ending(List<TrailEvent> events, int epoch) {
        Ending ending = one(List.of(Ending.values()));
        Optional<Fitness> told = random.nextBoolean()
                ? Optional.of(new Fitness(accuracy(), one(List.of(Fitness.Origin.values()))))
                : Optional.empty();
        events.add(new TrailEvent.TrainingEnded(ending, epoch, told, "It is " + ending + "."));
    }

    private Optional<ResumePoint> point(int attempt) {
        return attempt == 1 || random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new ResumePoint(1 + random.nextInt(attempt - 1), random.nextInt(8), "beef"));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private double accuracy() {
        return switch (random.nextInt(12)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            default -> random.nextInt(1000) / 10.0;
        };
    }
}
