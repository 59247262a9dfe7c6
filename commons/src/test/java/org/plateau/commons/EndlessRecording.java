package org.plateau.commons;

import java.util.ArrayList;
import java.util.List;
import org.plateau.core.trail.TrailEntry;

/** A process that records batches of several networks until it is killed, and says each time what is recorded. */
final class EndlessRecording {
    /** Entries of each network. */
    static final int LENGTH = SampleTrails.completed("any").size();

    private static final int NETWORKS = 3;

    private EndlessRecording() {}

    public static void main(String[] arguments) {
        String round = arguments[2];
        try (CommonsStore commons = Commons.open(TestCommons.place(arguments[0], arguments[1]))) {
            for (int generation = 0; ; generation++) {
                List<List<TrailEntry>> trails = trails(round, generation);
                for (int done = 0; done < LENGTH; done += 3) {
                    List<TrailEntry> batch = new ArrayList<>();
                    for (List<TrailEntry> trail : trails) {
                        batch.addAll(trail.subList(done, Math.min(LENGTH, done + 3)));
                    }
                    commons.record(batch);
                    System.out.println(generation + " " + Math.min(LENGTH, done + 3));
                    System.out.flush();
                }
            }
        }
    }

    /** The trails of a generation, all of one length. */
    static List<List<TrailEntry>> trails(String round, int generation) {
        List<List<TrailEntry>> trails = new ArrayList<>();
        for (int network = 0; network < NETWORKS; network++) {
            int ask = generation * NETWORKS + network + 1;
            trails.add(SampleTrails.completed("%s-%d-%d".formatted(round, generation, network), round, ask));
        }
        return trails;
    }
}
