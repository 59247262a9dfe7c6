/** What a search varies: genomes, their operators, and the architectures they decode to. */
package org.plateau.search.space;
