package org.plateau.commons;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.Intake.Refusal;
import org.plateau.core.trail.Annotation;
import org.plateau.core.trail.TrailConflictException;
import org.plateau.formats.trail.AnnotationLine;

/** Takes annotations in within one transaction of the database: into the file, then into the index. */
final class AnnotationIntake {
    private final AnnotationFile file;
    private final LedgerRow row;
    private final NetworkTable networks;
    private final AnnotationTable table;
    private final AnnotationEffects effects;

    AnnotationIntake(Handle handle, AnnotationFile file) {
        this.file = file;
        this.row = new LedgerRow(handle);
        this.networks = new NetworkTable(handle);
        this.table = new AnnotationTable(handle);
        this.effects = new AnnotationEffects(handle);
    }

    /**
     * Takes annotations in that are not known yet.
     *
     * @return how many were new
     */
    int add(List<Annotation> annotations) {
        Set<Annotation> fresh = new LinkedHashSet<>();
        for (Annotation annotation : annotations) {
            Optional<Annotation> known = table.find(annotation.key()).or(() -> fresh.stream()
                    .filter(other -> other.key().equals(annotation.key()))
                    .findFirst());
            if (known.isEmpty()) {
                fresh.add(annotation);
            } else if (!known.get().equals(annotation)) {
                throw new TrailConflictException("Annotation %s is known with other content.%nKnown: %s%nCame:  %s"
                        .formatted(
                                annotation.key(), AnnotationLine.write(known.get()), AnnotationLine.write(annotation)));
            }
        }
        if (!fresh.isEmpty()) {
            long end = file.append(row.annotated(), List.copyOf(fresh));
            index(fresh);
            row.writeAnnotated(end);
        }
        return fresh.size();
    }

    /** Brings the index up to the file, and puts the file's end in order. */
    List<Refusal> catchUp() {
        long indexed = row.annotated();
        long size = file.size();
        if (size == indexed) {
            return List.of();
        }
        return size > indexed ? read(indexed, Set.of()) : again();
    }

    /** Makes the index again from the whole file. */
    List<Refusal> again() {
        Set<String> before = Set.copyOf(table.networks());
        table.clear();
        return read(0, before);
    }

    private List<Refusal> read(long from, Set<String> changed) {
        AnnotationFile.Lines lines = file.readAfter(from);
        long end = lines.end();
        if (lines.torn()) {
            end = file.complete(end);
        } else {
            file.cut(end);
        }
        List<Refusal> refused = new ArrayList<>(lines.refused());
        Set<Annotation> sound = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        for (Annotation annotation : lines.annotations()) {
            // The first one counts, as when they had come one by one.
            if (table.find(annotation.key()).isEmpty() && keys.add(annotation.key())) {
                sound.add(annotation);
            }
        }
        index(sound);
        changed.forEach(this::apply);
        row.writeAnnotated(end);
        return refused;
    }

    private void index(Set<Annotation> annotations) {
        annotations.forEach(table::insert);
        annotations.stream().map(Annotation::network).distinct().forEach(this::apply);
    }

    private void apply(String network) {
        networks.find(network).ifPresent(known -> effects.apply(known.key()));
    }
}
