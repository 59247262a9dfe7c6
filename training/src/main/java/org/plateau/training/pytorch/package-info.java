/** Trains architecture graphs with PyTorch, which DJL binds. */
package org.plateau.training.pytorch;
