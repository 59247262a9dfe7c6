package org.plateau.commons.columns;

import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.Dialect;
import org.plateau.commons.query.Condition;
import org.plateau.commons.query.Condition.Atom;
import org.plateau.commons.query.Field.Table;
import org.plateau.commons.query.KeySet;
import org.plateau.commons.query.NumberTest;
import org.plateau.commons.query.Operand;
import org.plateau.commons.query.SqlCondition;

/** Finds the networks for which an atom on curves holds. */
public final class CurveAtoms {
    private final Handle handle;
    private final CurveValues curves;

    public CurveAtoms(Handle handle) {
        this.handle = handle;
        this.curves = new CurveValues(handle);
    }

    /** Whether an atom looks at curves. */
    public static boolean isOne(Atom atom) {
        return atom.operand() instanceof Operand.OfCurve
                || (atom instanceof Condition.Comparison comparison && comparison.other() instanceof Operand.OfCurve);
    }

    /** The atom as a set of networks. */
    public Condition solved(Atom atom) {
        if (atom instanceof Condition.Missing missing) {
            // The set of those that have a value: what no table of curves knows has none.
            return new Condition.Among(
                    Table.NETWORKS, keys(new Condition.Missing(atom.operand(), true)), !missing.isNegated());
        }
        return new Condition.Among(Table.NETWORKS, keys(atom), false);
    }

    private KeySet keys(Atom atom) {
        double[] values = values(atom.operand());
        double[] others =
                atom instanceof Condition.Comparison comparison && !(comparison.other() instanceof Operand.Constant)
                        ? values(comparison.other())
                        : values;
        KeySet keys = new KeySet();
        for (int key = 0; key < values.length; key++) {
            if (NumberTest.holds(atom, values[key], others[key])) {
                keys.add(key);
            }
        }
        return keys;
    }

    private double[] values(Operand operand) {
        return operand instanceof Operand.OfCurve function
                ? curves.of(function)
                : recorded(((Operand.Recorded) operand));
    }

    private double[] recorded(Operand.Recorded recorded) {
        double[] values = new double[curves.size()];
        Arrays.fill(values, Double.NaN);
        SqlCondition sql = new SqlCondition(Dialect.of(handle));
        String value = sql.value(recorded.field());
        sql.bind(handle.createQuery("SELECT networks.key, " + value + " AS value FROM networks"))
                .setFetchSize(10_000)
                .map((row, context) -> {
                    double number = row.getDouble("value");
                    if (!row.wasNull()) {
                        values[row.getInt("key")] = number;
                    }
                    return number;
                })
                .forEach(number -> {});
        return values;
    }
}
