package org.plateau.workflow.wrong;

import java.util.List;
import org.plateau.training.pytorch.PyTorchProcess;

/** Breaks a rule on purpose, so that a test can show that the rule notices. */
public final class WorkflowThatTrains {
    public List<String> options() {
        return PyTorchProcess.jvmOptions(1);
    }
}
