package org.plateau.workflow.worker;

import org.plateau.core.dataset.DatasetSpecification;

/**
 * What a long-lived worker needs before its first network.
 *
 * @param dataset to load
 * @param device to compute on
 * @param threads compute threads
 * @param networks after which it leaves
 * @param memory resident bytes above which it leaves between two networks
 */
public record WorkerSetup(DatasetSpecification dataset, String device, int threads, int networks, long memory) {}
