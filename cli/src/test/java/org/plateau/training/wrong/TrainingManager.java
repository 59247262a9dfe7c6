package org.plateau.training.wrong;

import org.plateau.cli.Main;

/** Breaks rules on purpose, so that a test can show that they notice: its name, what it calls and what it depends on. */
public final class TrainingManager {
    public void leave() {
        Main.main(new String[0]);
        System.exit(1);
    }

    public void halt() {
        Runtime.getRuntime().halt(1);
    }
}
