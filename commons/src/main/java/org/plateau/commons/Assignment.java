package org.plateau.commons;

import org.plateau.core.fitness.Direction;

/**
 * What a network was trained on and for.
 *
 * @param dataset how people call it
 * @param fingerprint of the dataset
 * @param horizon epochs of a full training
 * @param measure name of the fitness measure
 * @param direction in which it is better
 * @param seed of the training
 */
public record Assignment(
        String dataset, String fingerprint, int horizon, String measure, Direction direction, long seed) {}
