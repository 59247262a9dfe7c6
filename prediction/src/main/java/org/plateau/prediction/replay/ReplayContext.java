package org.plateau.prediction.replay;

import java.util.List;
import java.util.function.LongSupplier;
import org.plateau.prediction.function.ParametricFunction;

/**
 * What rows and predictors are made for.
 *
 * @param group that is replayed
 * @param functions what the functions say of its curves
 * @param exploration for those that learn from finished trainings
 */
record ReplayContext(ReplayGroup group, FunctionTable functions, Exploration exploration) {
    static ReplayContext of(
            ReplayGroup group, List<ParametricFunction> functions, LongSupplier nanoseconds, Exploration exploration) {
        return new ReplayContext(group, new FunctionTable(functions, nanoseconds), exploration);
    }
}
