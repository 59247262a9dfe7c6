package org.plateau.training.dataset;

/** One of the three parts that a dataset is dealt out to. */
public enum SplitPart {
    TRAIN,
    VALIDATION,
    TEST
}
