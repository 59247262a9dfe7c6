/** The searcher's ask/tell contract and the small values that pass through it. */
package org.plateau.search;
