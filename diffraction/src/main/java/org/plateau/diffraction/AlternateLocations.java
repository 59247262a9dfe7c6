package org.plateau.diffraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the first alternate location of each atom, and the first residue where several share a site. An atom that only
 * occurs in a later location of its residue stays.
 */
final class AlternateLocations {
    private AlternateLocations() {}

    static List<AtomRow> first(List<AtomRow> rows) {
        Map<AtomRow.Site, List<AtomRow>> sites = new HashMap<>();
        List<AtomRow> kept = new ArrayList<>();
        for (AtomRow row : rows) {
            List<AtomRow> before = sites.computeIfAbsent(row.site(), site -> new ArrayList<>());
            if (row.alternate().isEmpty() || before.stream().noneMatch(other -> replaces(other, row))) {
                before.add(row);
                kept.add(row);
            }
        }
        return kept;
    }

    private static boolean replaces(AtomRow first, AtomRow later) {
        return !first.alternate().equals(later.alternate())
                && (first.name().equals(later.name()) || !first.residue().equals(later.residue()));
    }
}
