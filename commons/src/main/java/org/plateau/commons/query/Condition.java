package org.plateau.commons.query;

import java.util.List;
import java.util.function.Function;
import org.plateau.commons.TextMatch;

/**
 * Which networks are asked for, checked: every name is known, and only values of one type are compared.
 *
 * <p>There is no NOT: it was carried into the atoms. An atom does not hold where a value is missing, whether it is
 * negated or not; only {@link Missing} asks for that.
 */
public sealed interface Condition {
    /** All of them hold. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** One of them holds. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** A condition without parts. */
    sealed interface Atom extends Condition {
        /** What it looks at first; never a constant. */
        Operand operand();

        /** Whether it says that something is not so: {@code <>}, {@code NOT IN} … */
        boolean isNegated();

        /** The atom that holds where this does not and there is a value; of {@link Missing} where there is none. */
        Atom negated();
    }

    /** Two values compare. */
    record Comparison(Operand operand, Comparator comparator, Operand other) implements Atom {
        @Override
        public boolean isNegated() {
            return comparator == Comparator.UNEQUAL;
        }

        @Override
        public Comparison negated() {
            return new Comparison(operand, comparator.negated(), other);
        }
    }

    /** A value is in a range, ends included, or is not. */
    record Between(Operand operand, Operand.Constant low, Operand.Constant high, boolean isNegated) implements Atom {
        @Override
        public Between negated() {
            return new Between(operand, low, high, !isNegated);
        }
    }

    /** A value is one of several, or none of them. */
    record OneOf(Operand operand, List<Operand.Constant> constants, boolean isNegated) implements Atom {
        public OneOf {
            constants = List.copyOf(constants);
        }

        @Override
        public OneOf negated() {
            return new OneOf(operand, constants, !isNegated);
        }
    }

    /** A text is like a pattern, where {@code %} is any text and {@code _} any character, or is not. */
    record Like(Operand operand, String pattern, boolean isNegated) implements Atom {
        @Override
        public Like negated() {
            return new Like(operand, pattern, !isNegated);
        }
    }

    /** There is no value, or there is one. */
    record Missing(Operand operand, boolean isNegated) implements Atom {
        @Override
        public Missing negated() {
            return new Missing(operand, !isNegated);
        }
    }

    /** Words are said of the network. */
    record Spoken(TextMatch match) implements Condition {}

    /** The network, or its graph, is one of a set of keys: what an atom on curves or similarity becomes. */
    record Among(Field.Table table, KeySet keys, boolean negated) implements Condition {}

    /** The condition with other atoms in the places of its own. */
    default Condition map(Function<Atom, Condition> change) {
        if (this instanceof All all) {
            return new All(all.conditions().stream().map(one -> one.map(change)).toList());
        } else if (this instanceof Any any) {
            return new Any(any.conditions().stream().map(one -> one.map(change)).toList());
        } else if (this instanceof Atom atom) {
            return change.apply(atom);
        }
        return this;
    }
}
