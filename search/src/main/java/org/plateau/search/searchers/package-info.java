/** The searchers, and the random generator whose state is a value. */
package org.plateau.search.searchers;
