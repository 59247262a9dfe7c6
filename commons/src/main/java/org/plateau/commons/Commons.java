package org.plateau.commons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens data commons. */
public final class Commons {
    private static final String ENDING = ".db";
    private static final String DAMAGED = ".damaged";

    private Commons() {}

    /**
     * Opens a commons, or begins it where there is none.
     *
     * @throws CommonsException if the database is no commons or one of a newer Plateau, cannot be reached or written, or is a file
     *     on a network file system
     */
    public static CommonsStore open(CommonsPlace place, ShapeNaming shapes) {
        if (place instanceof CommonsPlace.PostgresServer server) {
            PostgresAddress address = PostgresAddress.of(server.url());
            return CommonsStore.open(PostgresDatabase.open(address, System.getenv()), server.store(), shapes);
        }
        return open(((CommonsPlace.SqliteFile) place).database(), shapes);
    }

    /** The same without names of curves' kinds. */
    public static CommonsStore open(CommonsPlace place) {
        return open(place, ShapeNaming.NONE);
    }

    /**
     * Opens a commons that is there; a server counts as there.
     *
     * @throws CommonsException as {@link #open}, and if there is none
     */
    public static CommonsStore openExisting(CommonsPlace place, ShapeNaming shapes) {
        if (place instanceof CommonsPlace.SqliteFile file) {
            requireThere(file.database());
        }
        return open(place, shapes);
    }

    /**
     * Opens a commons in a file, or begins it where there is none.
     *
     * @throws CommonsException if the file is no commons or one of a newer Plateau, cannot be written, or lies on a network
     *     file system
     */
    public static CommonsStore open(Path database) {
        return open(database, ShapeNaming.NONE);
    }

    private static CommonsStore open(Path database, ShapeNaming shapes) {
        Path file = real(database);
        if (Files.isDirectory(file)) {
            throw new CommonsException(
                    "%s is a folder; a commons is a file such as %s".formatted(file, file.resolve("plateau.db")));
        }
        Path folder = file.resolveSibling(".").normalize();
        try {
            Files.createDirectories(folder);
            requireLocal(file, Files.getFileStore(folder).type());
        } catch (IOException e) {
            throw new CommonsException("Cannot make the folder %s of the commons: %s".formatted(folder, e), e);
        }
        Path store = store(file);
        return CommonsStore.open(SqliteDatabase.open(file, store.resolve("lock")), store, shapes);
    }

    /**
     * Opens a commons that is there.
     *
     * @throws CommonsException as {@link #open}, and if there is none
     */
    public static CommonsStore openExisting(Path database) {
        requireThere(database);
        return open(database);
    }

    private static void requireThere(Path database) {
        if (!Files.exists(database)) {
            throw new CommonsException("There is no commons " + database);
        }
    }

    /**
     * Makes the database of a commons again from its store, and takes in the trails of runs. An SQLite file that is too damaged to be
     * opened is kept as {@code NAME.db.damaged}.
     *
     * @throws CommonsException as {@link #open} and {@link CommonsStore#rebuild}
     */
    public static Intake rebuild(CommonsPlace place, ShapeNaming shapes, List<Path> runFolders) {
        if (place instanceof CommonsPlace.SqliteFile file) {
            return rebuild(file.database(), shapes, runFolders);
        }
        try (CommonsStore commons = open(place, shapes)) {
            return commons.rebuild(runFolders);
        }
    }

    /**
     * Makes a database again from the record trails beside it, and takes in the trails of runs. A file that is too damaged to
     * be opened is kept as {@code NAME.db.damaged}.
     *
     * @throws CommonsException as {@link #open} and {@link CommonsStore#rebuild}
     */
    public static Intake rebuild(Path database, List<Path> runFolders) {
        return rebuild(database, ShapeNaming.NONE, runFolders);
    }

    private static Intake rebuild(Path database, ShapeNaming shapes, List<Path> runFolders) {
        try (CommonsStore commons = open(database, shapes)) {
            return commons.rebuild(runFolders);
        } catch (CommonsException e) {
            if (!SqliteFailure.isDamage(e) || new TrailFolder(store(real(database))).isEmpty()) {
                throw e;
            }
        }
        setAside(real(database));
        try (CommonsStore commons = open(database, shapes)) {
            return commons.rebuild(runFolders);
        }
    }

    static void requireLocal(Path file, String fileSystem) {
        if (NetworkFileSystems.contains(fileSystem)) {
            throw new CommonsException(
                    "%s is on a network file system (%s), where SQLite loses data; put the commons on a disk of this machine"
                            .formatted(file, fileSystem));
        }
    }

    private static Path real(Path database) {
        try {
            return Files.exists(database)
                    ? database.toRealPath()
                    : database.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new CommonsException("Cannot read the commons %s: %s".formatted(database, e), e);
        }
    }

    /** The folder that belongs to a database. */
    private static Path store(Path file) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return file.resolveSibling(stem + ".store");
    }

    private static void setAside(Path file) {
        for (String part : List.of("", "-wal", "-shm")) {
            Path source = file.resolveSibling(file.getFileName() + part);
            try {
                if (Files.exists(source)) {
                    Files.move(source, file.resolveSibling(file.getFileName() + DAMAGED + part));
                }
            } catch (IOException e) {
                throw new CommonsException("Cannot set the damaged %s aside: %s".formatted(source, e), e);
            }
        }
    }
}
