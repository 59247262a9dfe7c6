/**
 * What kind of learning curve a training shows, while it runs and when it is over, and what of its learning-rate schedule
 * is still to come.
 */
package org.plateau.prediction.shape;
