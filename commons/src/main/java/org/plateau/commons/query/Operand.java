package org.plateau.commons.query;

import java.util.List;

/** One side of a comparison, checked. */
public sealed interface Operand {
    Type type();

    /** What a condition says; times are milliseconds since 1970 UTC. */
    sealed interface Constant extends Operand {}

    /** A number that is a whole one and fits into 64 bits; also a time. */
    record Whole(long value, Type type) implements Constant {}

    /** Any other number; one that is recorded may be infinite. */
    record Real(double value) implements Constant {
        public Real {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("A constant must be a number, but was NaN");
            }
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }
    }

    /** A text. */
    record Text(String value) implements Constant {
        @Override
        public Type type() {
            return Type.TEXT;
        }
    }

    /** What is recorded in a field. */
    record Recorded(Field field) implements Operand {
        @Override
        public Type type() {
            return field.type();
        }
    }

    /** A number that a curve gives; there is none where the measure was not taken. */
    sealed interface OfCurve extends Operand {
        /** The curve's measure. */
        String measure();

        @Override
        default Type type() {
            return Type.NUMBER;
        }
    }

    /** The best value of a curve. */
    record Best(String measure) implements OfCurve {}

    /** The last value of a curve. */
    record Last(String measure) implements OfCurve {}

    /** The value that was measured at exactly this epoch. */
    record AtEpoch(String measure, double epoch) implements OfCurve {}

    /** The first epoch at which a curve had reached a value: was as good or better. */
    record EpochsTo(String measure, double value) implements OfCurve {}

    /** The similarity of a network's architecture to that of the network with an id, in [0, 1]. */
    record SimilarTo(String id) implements Operand {
        @Override
        public Type type() {
            return Type.NUMBER;
        }
    }

    /** Names of the functions that give a value. */
    List<String> FUNCTIONS = List.of("best", "last", "epochs_to", "count", "similar", "has");
}
