/** What kinds of learning curves there are. */
package org.plateau.prediction.shape;
