/** Measurements of Plateau against its peers. */
package org.plateau.benchmarks;
