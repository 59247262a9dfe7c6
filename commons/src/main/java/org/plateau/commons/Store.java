package org.plateau.commons;

import java.nio.file.Path;

/**
 * What a commons has beside its database.
 *
 * @param trails the record trails
 * @param annotations what was said of networks later
 * @param ledger what keeps them and the database together
 * @param shapes names the kinds of curves
 */
record Store(TrailFolder trails, AnnotationFile annotations, Ledger ledger, ShapeNaming shapes) {
    /** The one in a folder, which is made where it is missing. */
    static Store in(Path folder, ShapeNaming shapes) {
        return new Store(
                new TrailFolder(folder),
                new AnnotationFile(folder.resolve("annotations.jsonl")),
                Ledger.open(folder),
                shapes);
    }
}
