package org.plateau.prediction.function;

/**
 * Where a function was published.
 *
 * @param publication who and where
 * @param year of the publication
 * @param equation number or name of the function there, with its formula where that differs by more than letters
 */
public record Source(String publication, int year, String equation) {
    public Source {
        if (publication.isBlank() || equation.isBlank()) {
            throw new IllegalArgumentException(
                    "A source must name its publication and its equation, but had \"%s\" and \"%s\""
                            .formatted(publication, equation));
        }
    }

    /** The publication with its year. */
    public String reference() {
        return "%s (%d)".formatted(publication, year);
    }

    /** The first author's name with the year. */
    public String tag() {
        return publication.split("[ ,]", 2)[0] + " " + year;
    }

    /** All of it in a line. */
    public String text() {
        return reference() + ", " + equation;
    }

    static Source penguin(String equation) {
        return new Source("Rorabaugh et al., PENGUIN, arXiv 2101.04185", 2021, equation);
    }

    static Source domhan(String equation) {
        return new Source("Domhan et al., IJCAI", 2015, "table 1, " + equation);
    }

    static Source lcdb(String equation) {
        return new Source("Mohr et al., LCDB 1.0, ECML PKDD", 2022, "table 1, " + equation);
    }
}
