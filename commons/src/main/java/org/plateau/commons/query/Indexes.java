package org.plateau.commons.query;

import java.util.Set;
import org.plateau.commons.query.Condition.Among;
import org.plateau.commons.query.Condition.Atom;
import org.plateau.commons.query.Field.Table;
import org.plateau.commons.query.Operand.Constant;

/** Tells which conditions a database can look up in its indexes. */
public final class Indexes {
    private static final Set<String> COLUMNS = Set.of(
            "id",
            "name",
            "shape",
            "measure",
            "status",
            "mflops",
            "parameters",
            "fitness",
            "best_value",
            "last_value",
            "epochs",
            "created",
            "updated");

    private Indexes() {}

    /** Whether the networks are found without looking at others. */
    public static boolean find(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().anyMatch(Indexes::find);
        } else if (condition instanceof Condition.Any any) {
            return any.conditions().stream().allMatch(Indexes::find);
        } else if (condition instanceof Among among) {
            return !among.negated() && among.keys().size() <= SqlCondition.FEW;
        } else if (condition instanceof Condition.Spoken) {
            return true;
        }
        Atom atom = (Atom) condition;
        return !atom.isNegated()
                && !(atom instanceof Condition.Missing)
                && atom.operand() instanceof Operand.Recorded recorded
                && holds(recorded.field())
                && !(atom instanceof Condition.Like && recorded.field().table() == Table.NETWORKS)
                && !(atom instanceof Condition.Comparison comparison && !(comparison.other() instanceof Constant));
    }

    /** Whether networks are found in the order of a field. */
    public static boolean order(Field field) {
        return field.table() == Table.NETWORKS && field.entry().isEmpty() && COLUMNS.contains(field.column());
    }

    private static boolean holds(Field field) {
        return switch (field.table()) {
            case NETWORKS -> order(field);
            case GRAPHS -> false;
            default -> true;
        };
    }
}
