/** Shows parametric functions: as text with a drawing, as JSON, as a page of the documentation. */
package org.plateau.cli.functions;
