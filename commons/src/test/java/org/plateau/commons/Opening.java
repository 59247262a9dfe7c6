package org.plateau.commons;

import java.util.Optional;

/** A process that opens a commons, and with that migrates it. */
final class Opening {
    /** Names curves by their length. */
    static final ShapeNaming SHAPES = (curves, assignment, dataset) -> Optional.of(curves.size() + " curves");

    private Opening() {}

    public static void main(String[] arguments) {
        System.out.println("opening");
        System.out.flush();
        Commons.open(TestCommons.place(arguments[0], arguments[1]), SHAPES).close();
        System.out.println("open");
        System.out.flush();
    }
}
