package org.plateau.cli;

/** How data is printed. */
enum OutputFormat {
    TABLE,
    JSON
}
