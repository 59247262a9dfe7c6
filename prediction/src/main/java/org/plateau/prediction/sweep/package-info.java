/** All functions of an index fitted to a curve and to its earlier epochs at once. */
package org.plateau.prediction.sweep;
