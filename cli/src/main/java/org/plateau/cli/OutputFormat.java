package org.plateau.cli;

/** How data that is not rows is printed. */
enum OutputFormat {
    TABLE,
    JSON
}
