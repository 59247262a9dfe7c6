/** Reads images from disk and deals them out to training, validation and test. */
package org.plateau.training.dataset;
