package org.plateau.prediction.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plateau.prediction.function.ParametricFunction;

/** How functions are called in an evaluation: by their name, and as functions where something else has that name. */
public final class FunctionNames {
    private static final Set<String> TAKEN = taken();

    private FunctionNames() {}

    /** The name of its row and of its predictor. */
    public static String of(ParametricFunction function) {
        return TAKEN.contains(function.name()) ? function.name() + " function" : function.name();
    }

    private static Set<String> taken() {
        Set<String> taken = new HashSet<>(new StandardRows(List.of(), List.of()).names());
        taken.addAll(new StandardPredictors(List.of()).names());
        return taken;
    }
}
