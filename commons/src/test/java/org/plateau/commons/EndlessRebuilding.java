package org.plateau.commons;

import java.util.List;

/** A process that rebuilds a commons again and again until it is killed. */
final class EndlessRebuilding {
    private EndlessRebuilding() {}

    public static void main(String[] arguments) {
        try (CommonsStore commons = Commons.open(TestCommons.place(arguments[0], arguments[1]))) {
            System.out.println("rebuilding");
            System.out.flush();
            while (true) {
                commons.rebuild(List.of());
            }
        }
    }
}
