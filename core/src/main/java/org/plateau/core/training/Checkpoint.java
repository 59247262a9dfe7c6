package org.plateau.core.training;

import java.nio.file.Path;

/**
 * A training's state on disk, from which it goes on exactly.
 *
 * @param epoch epochs completed
 * @param file where it is
 * @param hash SHA-256 of the file, in hexadecimal
 */
public record Checkpoint(int epoch, Path file, String hash) {}
