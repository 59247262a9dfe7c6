/** The search spaces of NSGA-Net (Lu et al., GECCO 2019, arXiv 1810.03522). */
package org.plateau.search.nsganet;
