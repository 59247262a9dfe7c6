package org.plateau.prediction.fit;

/** Residuals of a model at some points, and how they change with the parameters. */
interface LeastSquaresProblem {
    /** How many residuals there are. */
    int residuals();

    /** The residuals for the parameters; entries may be infinite or NaN where the model is. */
    void evaluate(double[] parameters, double[] residuals);

    /** The derivative of every residual (row) by every parameter (column). */
    void differentiate(double[] parameters, double[][] jacobian);
}
