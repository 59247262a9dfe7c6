package org.plateau.commons.query;

import java.util.Arrays;
import java.util.Optional;

/** How two values are compared. */
public enum Comparator {
    EQUAL("="),
    UNEQUAL("<>"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparator(String sign) {
        this.sign = sign;
    }

    /** As SQL and conditions write it. */
    public String sign() {
        return sign;
    }

    /** Whether values compare so, from the sign of their difference. */
    public boolean holds(int difference) {
        return switch (this) {
            case EQUAL -> difference == 0;
            case UNEQUAL -> difference != 0;
            case LESS -> difference < 0;
            case AT_MOST -> difference <= 0;
            case GREATER -> difference > 0;
            case AT_LEAST -> difference >= 0;
        };
    }

    /** The one that holds where this does not. */
    Comparator negated() {
        return switch (this) {
            case EQUAL -> UNEQUAL;
            case UNEQUAL -> EQUAL;
            case LESS -> AT_LEAST;
            case AT_MOST -> GREATER;
            case GREATER -> AT_MOST;
            case AT_LEAST -> LESS;
        };
    }

    /** The one that holds of the sides the other way round. */
    Comparator turned() {
        return switch (this) {
            case EQUAL, UNEQUAL -> this;
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
        };
    }

    static Optional<Comparator> of(String sign) {
        String usual = sign.equals("!=") ? "<>" : sign;
        return Arrays.stream(values()).filter(one -> one.sign.equals(usual)).findFirst();
    }
}
