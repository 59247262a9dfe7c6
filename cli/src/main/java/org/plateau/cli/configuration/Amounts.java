package org.plateau.cli.configuration;

import java.util.OptionalDouble;

/** Checks how much of a dataset goes where: shares up to 1, or numbers of images. */
final class Amounts {
    private Amounts() {}

    static void require(OptionalDouble train, OptionalDouble validation, OptionalDouble test) {
        train.ifPresent(amount -> Expect.that(isAmount(amount) && amount > 0, "train", amount, expected("> 0")));
        validation.ifPresent(
                amount -> Expect.that(isAmount(amount) && amount > 0, "validation", amount, expected("> 0")));
        test.ifPresent(amount -> Expect.that(isAmount(amount) && amount >= 0, "test", amount, expected("≥ 0")));
    }

    private static boolean isAmount(double amount) {
        return amount <= 1 || (amount <= Integer.MAX_VALUE && amount == Math.rint(amount));
    }

    private static String expected(String bound) {
        return "a share up to 1 or a whole number of images, " + bound;
    }
}
