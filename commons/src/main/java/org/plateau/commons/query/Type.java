package org.plateau.commons.query;

/** What kind of values something has. Only values of one type are compared. */
public enum Type {
    NUMBER("a number"),
    TEXT("a text"),
    /** Written as a text: {@code '2026-11-24'} or {@code '2026-11-24T08:30:00Z'}, in UTC where no zone is said. */
    TIME("a time");

    private final String article;

    Type(String article) {
        this.article = article;
    }

    /** How a sentence calls it. */
    String article() {
        return article;
    }
}
