/** The forecast of a fitness from its own curve: the functions of the index and the last values, by what each was worth so far. */
package org.plateau.prediction.curve;
