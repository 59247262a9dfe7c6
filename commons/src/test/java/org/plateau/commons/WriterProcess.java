package org.plateau.commons;

import java.util.ArrayList;
import java.util.List;
import org.plateau.core.trail.TrailEntry;

/** A process that records trails of its own, and one that all processes record. */
final class WriterProcess {
    /** What every writer records. */
    static final List<TrailEntry> COMMON = SampleTrails.completed("common");

    private static final int NETWORKS = 5;
    private static final int PIECE = 6;

    private WriterProcess() {}

    public static void main(String[] arguments) {
        try (CommonsStore commons = Commons.open(TestCommons.place(arguments[0], arguments[1]))) {
            batches(Integer.parseInt(arguments[2])).forEach(commons::record);
        }
    }

    static List<List<TrailEntry>> trails(int writer) {
        List<List<TrailEntry>> trails = new ArrayList<>();
        for (int network = 0; network < NETWORKS; network++) {
            trails.add(SampleTrails.completed("w%d-%d".formatted(writer, network), "s" + writer, network + 1));
        }
        return trails;
    }

    static List<List<TrailEntry>> batches(int writer) {
        List<List<TrailEntry>> batches = new ArrayList<>();
        List<List<TrailEntry>> trails = trails(writer);
        for (int done = 0; done < COMMON.size(); done += PIECE) {
            int end = Math.min(COMMON.size(), done + PIECE);
            List<TrailEntry> batch = new ArrayList<>(COMMON.subList(0, end));
            for (List<TrailEntry> trail : trails) {
                batch.addAll(trail.subList(done, end));
            }
            batches.add(batch);
        }
        return batches;
    }
}
