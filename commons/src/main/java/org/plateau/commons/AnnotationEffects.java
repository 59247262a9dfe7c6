package org.plateau.commons;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.plateau.core.trail.Annotation;

/** What annotations make of a network's rows: its name, its tags, and the words that it is found by. */
final class AnnotationEffects {
    private final Handle handle;
    private final AnnotationTable annotations;
    private final TextTable text;

    AnnotationEffects(Handle handle) {
        this.handle = handle;
        this.annotations = new AnnotationTable(handle);
        this.text = new TextTable(handle);
    }

    private record Known(String id, String spoken) {}

    /** Brings a network's rows up to what is said of it; its other rows must be there. */
    void apply(long network) {
        Known known = handle.createQuery("""
                        SELECT networks.id, coalesce(searches.name, '') || ' ' || datasets.name || ' '
                            || coalesce(networks.stop_rule, '') || ' ' || coalesce(networks.stop_reason, '') AS spoken
                        FROM networks JOIN searches ON searches.key = networks.search
                        JOIN datasets ON datasets.key = networks.dataset
                        WHERE networks.key = :network
                        """)
                .bind("network", network)
                .map((row, context) -> new Known(row.getString("id"), row.getString("spoken")))
                .one();
        List<Annotation> said = annotations.about(known.id());
        StringBuilder words = new StringBuilder(known.spoken());
        if (!said.isEmpty()) {
            Optional<String> name = name(said);
            SortedSet<String> tags = tags(said);
            write(network, name, tags);
            words.append(' ').append(name.orElse("")).append(' ').append(String.join(" ", tags));
            said.stream()
                    .filter(annotation -> annotation.kind() == Annotation.Kind.NOTE)
                    .forEach(note -> words.append(' ').append(note.text()));
        }
        text.write(network, Words.of(words.toString()));
    }

    /** The same for all networks of a search, whose name has changed. */
    void applyToSearch(long search) {
        handle.createQuery("SELECT key FROM networks WHERE search = :search")
                .bind("search", search)
                .mapTo(Long.class)
                .list()
                .forEach(this::apply);
    }

    /** Takes away what {@link #apply} wrote, before the network itself goes. */
    void remove(long network) {
        text.remove(network);
        removeTags(network);
    }

    static Optional<String> name(List<Annotation> said) {
        return said.stream()
                .filter(annotation -> annotation.kind() == Annotation.Kind.NAME)
                .reduce((earlier, later) -> later)
                .map(Annotation::text)
                .filter(name -> !name.isBlank());
    }

    static SortedSet<String> tags(List<Annotation> said) {
        SortedSet<String> tags = new TreeSet<>();
        for (Annotation annotation : said) {
            if (annotation.kind() == Annotation.Kind.TAG) {
                tags.add(annotation.text());
            } else if (annotation.kind() == Annotation.Kind.UNTAG) {
                tags.remove(annotation.text());
            }
        }
        return tags;
    }

    private void write(long network, Optional<String> name, SortedSet<String> tags) {
        handle.createUpdate("UPDATE networks SET name = :name WHERE key = :network")
                .bind("name", name.orElse(null))
                .bind("network", network)
                .execute();
        removeTags(network);
        PreparedBatch batch = handle.prepareBatch("INSERT INTO tags (tag, network) VALUES (:tag, :network)");
        tags.forEach(tag -> batch.bind("tag", tag).bind("network", network).add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private void removeTags(long network) {
        handle.createUpdate("DELETE FROM tags WHERE network = :network")
                .bind("network", network)
                .execute();
    }
}
