package org.plateau.commons;

import java.util.List;
import org.plateau.core.trail.Annotation;
import org.plateau.core.trail.Annotation.Kind;

/** A process that annotates a network again and again until it is killed, and says each time what is recorded. */
final class EndlessAnnotating {
    private EndlessAnnotating() {}

    public static void main(String[] arguments) {
        try (CommonsStore commons = Commons.open(TestCommons.place(arguments[0], arguments[1]))) {
            int number = Integer.parseInt(arguments[2]);
            while (true) {
                commons.annotate(List.of(annotation(2 * number), annotation(2 * number + 1)));
                System.out.println(number);
                System.out.flush();
                number++;
            }
        }
    }

    static Annotation annotation(int number) {
        return number % 3 == 0
                ? SampleAnnotations.of(number, "aa11", Kind.TAG, "tag-" + number)
                : SampleAnnotations.of(number, "aa11", Kind.NOTE, "said " + number + " " + "x".repeat(number % 200));
    }
}
