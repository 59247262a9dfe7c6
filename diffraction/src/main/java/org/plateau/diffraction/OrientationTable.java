package org.plateau.diffraction;

import java.util.List;

/** The table of orientations, CSV with a header; a row for each image in the order of the shots. */
final class OrientationTable {
    static final String FILE = "orientations.csv";

    private final StringBuilder text = new StringBuilder("file,conformation,set,beam,w,x,y,z,photons\n");
    private final Beam beam;

    OrientationTable(Beam beam) {
        this.beam = beam;
    }

    void add(List<Shot> shots, List<Exposure> exposures) {
        for (int i = 0; i < shots.size(); i++) {
            add(shots.get(i), exposures.get(i));
        }
    }

    private void add(Shot shot, Exposure exposure) {
        Orientation turn = exposure.orientation();
        text.append(shot.file(beam))
                .append(',')
                .append(shot.conformation())
                .append(',')
                .append(shot.set().label())
                .append(',')
                .append(beam.label())
                .append(',')
                .append(turn.w())
                .append(',')
                .append(turn.x())
                .append(',')
                .append(turn.y())
                .append(',')
                .append(turn.z())
                .append(',')
                .append(exposure.photons())
                .append('\n');
    }

    String text() {
        return text.toString();
    }
}
