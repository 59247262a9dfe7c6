package org.plateau.commons;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.AttemptTable.Extent;
import org.plateau.commons.columns.CurveSegments;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;

/** Brings the database up to what the trails say. Entries must be in the store's trails already. */
final class Indexer {
    private final TrailFolder trails;
    private final NetworkTable networks;
    private final AttemptTable attempts;
    private final CurveTable curves;
    private final EvidenceTables evidence;
    private final ParentTable parents;
    private final AnnotationEffects effects;
    private final Derivation derivation;
    private final NetworkLinks links;
    private final CurveSegments segments;

    Indexer(Handle handle, Store store) {
        this.trails = store.trails();
        this.networks = new NetworkTable(handle);
        this.attempts = new AttemptTable(handle);
        this.curves = new CurveTable(handle);
        this.evidence = new EvidenceTables(handle);
        this.parents = new ParentTable(handle);
        this.effects = new AnnotationEffects(handle);
        this.derivation = new Derivation(handle, store);
        this.links = new NetworkLinks(handle);
        this.segments = new CurveSegments(handle);
    }

    /**
     * Adds what came to a trail.
     *
     * @param entries of one attempt, the first one next to what is indexed
     * @param extent of the attempt with them
     */
    void add(List<TrailEntry> entries, Extent extent) {
        String id = entries.get(0).network();
        Optional<NetworkTable.Row> known = networks.find(id);
        if (known.isEmpty()) {
            begin(id, entries, extent);
        } else if (NetworkFold.continues(known.get().summary().standing(), entries)) {
            extend(known.get(), entries, extent);
        } else {
            attempts.write(known.get().key(), extent);
            readAgain(known.get());
        }
    }

    /**
     * Makes a network's rows again from all of its trails, as far as they are indexed; it has none where its trails are
     * empty.
     */
    void readAgain(NetworkTable.Row network) {
        NetworkSummary summary = network.summary();
        Optional<NetworkFold> all = Optional.empty();
        for (Extent extent : attempts.extents(network.key())) {
            for (TrailEntry entry : trails.trail(summary.id(), extent.attempt()).read(extent)) {
                NetworkFold fold = all.orElseGet(
                        () -> NetworkFold.before(entry, summary.assignment().horizon()));
                fold.add(entry);
                all = Optional.of(fold);
            }
        }
        evidence.cut(network.key(), -1);
        if (all.isPresent()) {
            write(network, all.get(), curves.read(network.key()));
        } else {
            curves.write(network.key(), curves.read(network.key()), Map.of());
            effects.remove(network.key());
            parents.remove(network.key());
            networks.remove(network.key());
        }
    }

    private void begin(String id, List<TrailEntry> entries, Extent extent) {
        NetworkGenerated generated = (NetworkGenerated) entries.get(0).event();
        NetworkFold fold =
                NetworkFold.before(entries.get(0), generated.training().epochs());
        entries.forEach(fold::add);
        Progress progress = fold.lineage()
                .progress(
                        generated.training().fitness().name(),
                        generated.training().fitness().direction());
        long key = networks.insert(id, generated, fold.standing(), progress);
        attempts.write(key, extent);
        links.write(key, generated);
        writeSeries(key, fold, Map.of());
        parents.write(key, generated.origin().parents());
        effects.apply(key);
        if (fold.standing().status() != Status.TRAINING) {
            derivation.writeShape(
                    networks.find(id).orElseThrow(), fold.lineage().curves());
        }
    }

    private void extend(NetworkTable.Row network, List<TrailEntry> entries, Extent extent) {
        Map<String, LearningCurve> before = curves.read(network.key());
        NetworkFold fold = NetworkFold.from(network.summary(), Lineage.of(before));
        entries.forEach(fold::add);
        attempts.write(network.key(), extent);
        if (fold.keptUpTo() < Double.POSITIVE_INFINITY) {
            evidence.cut(network.key(), fold.keptUpTo());
        }
        write(network, fold, before);
    }

    private void write(NetworkTable.Row network, NetworkFold fold, Map<String, LearningCurve> before) {
        Assignment assignment = network.summary().assignment();
        Progress progress = fold.lineage().progress(assignment.measure(), assignment.direction());
        networks.update(network.key(), fold.standing(), progress);
        writeSeries(network.key(), fold, before);
        Standing standing = network.summary().standing();
        if (!standing.stop().equals(fold.standing().stop())) {
            effects.apply(network.key());
        }
        if (fold.standing().status() != Status.TRAINING || standing.status() != Status.TRAINING) {
            derivation.writeShape(
                    networks.find(network.summary().id()).orElseThrow(),
                    fold.lineage().curves());
        }
    }

    private void writeSeries(long network, NetworkFold fold, Map<String, LearningCurve> before) {
        Lineage lineage = fold.lineage();
        curves.write(network, before, lineage.curves());
        evidence.addForecasts(network, lineage.forecasts());
        evidence.addVerdicts(network, lineage.verdicts());
        if (fold.standing().status() != Status.TRAINING) {
            segments.settled(network);
        }
    }

    /** Brings up to date what is kept of many networks together; to be called once all entries are added. */
    void finish() {
        segments.write();
    }
}
