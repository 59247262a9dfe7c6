package org.plateau.commons;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Annotation;
import org.plateau.core.trail.TrailConflictException;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.ForecastMade;
import org.plateau.core.trail.TrailEvent.VerdictGiven;
import org.plateau.core.trail.TrailStore;
import org.plateau.formats.trail.TrailFileException;

/**
 * The data commons: record trails in a folder, and a database that indexes them.
 *
 * <p>The trails are the truth, the database can be made again from them ({@link #rebuild}). Several processes may use a commons
 * at the same time, on SQLite those of one host; readers never wait for a writer. Thread-safe.
 */
public final class CommonsStore implements TrailStore {
    private final Database database;
    private final Store store;

    private CommonsStore(Database database, Store store) {
        this.database = database;
        this.store = store;
    }

    /** Takes a database over, also to close it. */
    static CommonsStore open(Database database, Path folder, ShapeNaming shapes) {
        try {
            CommonsStore commons = new CommonsStore(database, Store.in(folder, shapes));
            commons.settle();
            return commons;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** How messages call it: its file, or its server without a password. */
    public String name() {
        return database.name();
    }

    /**
     * Takes entries in: into the store's trails and into the database, all or none.
     *
     * @throws TrailConflictException if an entry is known with other content; the message shows both
     * @throws TrailOrderException if entries of an attempt have a gap, to each other or to what is known
     * @throws TrailFileException if what the store knows of an attempt is broken; the message names file and line
     * @throws CommonsException if they cannot be written, because the disk is full for one
     */
    @Override
    public int record(List<TrailEntry> entries) {
        List<AttemptEntries> batch = AttemptEntries.of(entries);
        if (batch.isEmpty()) {
            return 0;
        }
        return recording(handle -> new Recording(handle, store).record(batch));
    }

    /**
     * Takes in the trails of a run. What is known already changes nothing; a trail that is broken or contradicts what is
     * known is refused as a whole, and the others are taken.
     *
     * @param runFolder with {@code networks/<id>/<attempt>/trail.jsonl}
     * @throws CommonsException if that is no run folder, or nothing can be written
     */
    public Intake take(Path runFolder) {
        return new RunIntake(this).take(runFolder);
    }

    /**
     * Makes the database's content again from the store's trails, in one transaction: others see the old content until it is
     * done, and cannot write meanwhile. Then takes in the trails of runs.
     *
     * @throws CommonsException as {@link #take}
     */
    public Intake rebuild(List<Path> runFolders) {
        Intake stored = database.write(handle -> {
            new Settlement(handle, store).settle();
            return new Rebuilding(handle, store).all();
        });
        return runFolders.stream().map(this::take).reduce(stored, Intake::plus);
    }

    /**
     * Takes annotations in, all or none. Those that are known already change nothing; the networks need not be here yet.
     *
     * @return how many of them were new
     * @throws TrailConflictException if one is known by its key with other content
     * @throws CommonsException if they cannot be written, because the disk is full for one
     */
    public int annotate(List<Annotation> annotations) {
        if (annotations.isEmpty()) {
            return 0;
        }
        return recording(handle -> new AnnotationIntake(handle, store.annotations()).add(annotations));
    }

    /**
     * Where a network comes from, what was said of it, and what became of it.
     *
     * @throws NetworkLookupException as {@link #find}
     */
    public Kinship kinship(String idPrefix) {
        return database.read(handle -> {
            NetworkSummary network = new NetworkListing(handle).find(idPrefix).summary();
            AnnotationTable said = new AnnotationTable(handle);
            return new Kinship(
                    network.origin().parents(),
                    new ParentTable(handle).children(network.id()),
                    said.about(network.id()),
                    said.mentioning(network.id()));
        });
    }

    /**
     * What was said of a network, in the order of time.
     *
     * @throws NetworkLookupException as {@link #find}
     */
    public List<Annotation> annotations(String idPrefix) {
        return database.read(handle -> new AnnotationTable(handle)
                .about(new NetworkListing(handle).find(idPrefix).summary().id()));
    }

    /** Ids of the networks that a text's words are said of, those that came last first. */
    public List<String> textMatch(String text, int limit) {
        return database.read(handle -> new TextTable(handle).find(TextMatch.of(text), limit));
    }

    /** The networks that a query asks for, without their curves. */
    public List<NetworkSummary> list(NetworkQuery query) {
        return database.read(handle -> new NetworkListing(handle).list(query));
    }

    /**
     * The networks that a search finds.
     *
     * @throws org.plateau.commons.query.QueryException if its cursor belongs to another search
     * @throws NetworkLookupException if it compares with a network that is not there
     */
    public NetworkPage search(NetworkSearch search) {
        return database.read(handle -> new NetworkFinder(handle).find(search));
    }

    /**
     * The networks with the most similar architectures, the most similar first, without the network itself.
     *
     * @throws NetworkLookupException as {@link #find}
     */
    public List<SimilarNetwork> similar(String idPrefix, int limit) {
        return database.read(handle -> new SimilarSearch(handle).find(idPrefix, limit));
    }

    /**
     * The network whose id is or begins with a text.
     *
     * @throws NetworkLookupException if there is none, or more than one
     */
    public NetworkSummary find(String idPrefix) {
        return database.read(handle -> new NetworkListing(handle).find(idPrefix).summary());
    }

    /** All searches, the latest first. */
    public List<SearchSummary> searches() {
        return database.read(handle -> new NetworkListing(handle).searches());
    }

    /**
     * Every entry of a network, attempt by attempt, also those that no longer count.
     *
     * @throws NetworkLookupException as {@link #find}
     */
    public List<TrailEntry> trail(String idPrefix) {
        return database.read(handle -> {
            NetworkTable.Row network = new NetworkListing(handle).find(idPrefix);
            return new AttemptTable(handle)
                    .extents(network.key()).stream()
                            .map(extent -> store.trails()
                                    .trail(network.summary().id(), extent.attempt())
                                    .read(extent))
                            .flatMap(List::stream)
                            .toList();
        });
    }

    /**
     * A network's curve of one measure, with the epochs that count; empty where the measure was not taken.
     *
     * @throws NetworkLookupException as {@link #find}
     */
    public LearningCurve curve(String idPrefix, String measure) {
        return database.read(handle -> new CurveTable(handle)
                .read(new NetworkListing(handle).find(idPrefix).key(), measure));
    }

    /**
     * All curves of a network by measure, with the epochs that count.
     *
     * @throws NetworkLookupException as {@link #find}
     */
    public Map<String, LearningCurve> curves(String idPrefix) {
        return database.read(handle -> new CurveTable(handle)
                .read(new NetworkListing(handle).find(idPrefix).key()));
    }

    /**
     * The forecasts made for a network at epochs that count, in order.
     *
     * @throws NetworkLookupException as {@link #find}
     */
    public List<ForecastMade> forecasts(String idPrefix) {
        return database.read(handle -> new EvidenceTables(handle)
                .forecasts(new NetworkListing(handle).find(idPrefix).key()));
    }

    /**
     * The verdicts given on a network at epochs that count, in order.
     *
     * @throws NetworkLookupException as {@link #find}
     */
    public List<VerdictGiven> verdicts(String idPrefix) {
        return database.read(handle -> new EvidenceTables(handle)
                .verdicts(new NetworkListing(handle).find(idPrefix).key()));
    }

    /** The store's files that are known by their content: weights. */
    public ObjectFolder objects() {
        return new ObjectFolder(store.trails().store());
    }

    @Override
    public void close() {
        database.close();
    }

    private void settle() {
        if (database.read(handle -> new Settlement(handle, store).needed())) {
            database.write(handle -> {
                new Settlement(handle, store).settle();
                return name();
            });
        }
    }

    /** Puts the store in order, records, and takes back what was written to it where that fails. */
    private int recording(Function<Handle, Integer> work) {
        try {
            return database.write(handle -> {
                new Settlement(handle, store).settle();
                return work.apply(handle);
            });
        } catch (RuntimeException e) {
            takeBackAfter(e);
            throw e;
        }
    }

    private void takeBackAfter(RuntimeException reason) {
        try {
            database.write(handle -> {
                new Settlement(handle, store).takeBack();
                return name();
            });
        } catch (CommonsException e) {
            // The next one to write puts it in order.
            reason.addSuppressed(e);
        }
    }
}
