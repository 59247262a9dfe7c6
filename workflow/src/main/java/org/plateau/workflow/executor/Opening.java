package org.plateau.workflow.executor;

import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.provenance.Environment;

/** What a trainer loaded, and where it computes. */
public record Opening(DatasetProperties dataset, Environment environment) {}
