package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelMoleculeTest {
    private static final List<Atom> CLOSED = ModelMolecule.closed().molecule().atoms();
    private static final List<Atom> OPEN = ModelMolecule.open().molecule().atoms();

    @Test
    void itIsTheSameEveryTime() {
        assertThat(ModelMolecule.closed().molecule().atoms()).isEqualTo(CLOSED);
        assertThat(CLOSED).hasSize(2201);
        // Of version model-1: a change here must change the version.
        assertThat(CLOSED.get(2200).x() + CLOSED.get(2200).y()).isCloseTo(-0.4246128341280482, within(1e-9));
    }

    @Test
    void itsCompositionIsThatOfAProtein() {
        Map<Element, Long> counts =
                CLOSED.stream().collect(Collectors.groupingBy(Atom::element, Collectors.counting()));
        assertThat(share(counts, Element.C)).isCloseTo(0.63, within(0.02));
        assertThat(share(counts, Element.N)).isCloseTo(0.17, within(0.02));
        assertThat(share(counts, Element.O)).isCloseTo(0.19, within(0.02));
        assertThat(share(counts, Element.S)).isCloseTo(0.006, within(0.004));
    }

    @Test
    void noTwoAtomsOfADomainAreCloserThanABond() {
        for (List<Atom> domain : List.of(domain(CLOSED, false), domain(CLOSED, true))) {
            for (int i = 0; i < domain.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(distance(domain.get(i), domain.get(j))).isGreaterThanOrEqualTo(1.3);
                }
            }
        }
    }

    @Test
    void theSmallDomainTurnsAsAWholeAndTheLargeOneStays() {
        assertThat(domain(OPEN, false)).isEqualTo(domain(CLOSED, false));
        List<Atom> before = domain(CLOSED, true);
        List<Atom> after = domain(OPEN, true);
        for (int i = 1; i < before.size(); i++) {
            assertThat(distance(after.get(i), after.get(0)))
                    .isCloseTo(distance(before.get(i), before.get(0)), within(1e-9));
            assertThat(after.get(i).z()).isEqualTo(before.get(i).z());
        }
        double angleBefore = Math.atan2(
                before.get(9).y() - before.get(0).y(),
                before.get(9).x() - before.get(0).x());
        double angleAfter = Math.atan2(
                after.get(9).y() - after.get(0).y(),
                after.get(9).x() - after.get(0).x());
        double turned = Math.toDegrees(angleBefore - angleAfter);
        assertThat(Math.floorMod(Math.round(turned), 360L)).isEqualTo(50);
    }

    @Test
    void openingMakesItLarger() {
        assertThat(gyration(CLOSED)).isCloseTo(19.5, within(0.2));
        assertThat(gyration(OPEN)).isCloseTo(26.9, within(0.2));
    }

    private static double share(Map<Element, Long> counts, Element element) {
        return counts.getOrDefault(element, 0L) / (double) CLOSED.size();
    }

    private static List<Atom> domain(List<Atom> atoms, boolean small) {
        int large = (int) IntStream.range(0, CLOSED.size())
                .filter(i -> CLOSED.get(i).equals(OPEN.get(i)))
                .count();
        return small ? atoms.subList(large, atoms.size()) : atoms.subList(0, large);
    }

    private static double distance(Atom a, Atom b) {
        return Math.sqrt(Math.pow(a.x() - b.x(), 2) + Math.pow(a.y() - b.y(), 2) + Math.pow(a.z() - b.z(), 2));
    }

    private static double gyration(List<Atom> atoms) {
        double x = atoms.stream().mapToDouble(Atom::x).average().orElseThrow();
        double y = atoms.stream().mapToDouble(Atom::y).average().orElseThrow();
        double z = atoms.stream().mapToDouble(Atom::z).average().orElseThrow();
        Atom middle = new Atom(Element.C, x, y, z, 0);
        return Math.sqrt(atoms.stream()
                .mapToDouble(atom -> Math.pow(distance(atom, middle), 2))
                .average()
                .orElseThrow());
    }
}
