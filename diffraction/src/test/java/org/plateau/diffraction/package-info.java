@NullMarked
package org.plateau.diffraction;

import org.jspecify.annotations.NullMarked;
