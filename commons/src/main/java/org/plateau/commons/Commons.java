package org.plateau.commons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens data commons. A commons is a database {@code NAME.db} with the folder {@code NAME.store} beside it. */
public final class Commons {
    private Commons() {}

    /**
     * Opens a commons, or begins it where there is none.
     *
     * @throws CommonsException if the file is no commons or one of a newer Plateau, cannot be written, or lies on a network
     *     file system
     */
    public static CommonsStore open(Path database) {
        Path file = database.toAbsolutePath().normalize();
        Path store = store(file);
        try {
            if (Files.isDirectory(file)) {
                throw new CommonsException(
                        file + " is a folder; a commons is a file such as " + file.resolve("plateau.db"));
            }
            Files.createDirectories(store);
            String type = Files.getFileStore(store).type();
            if (NetworkFileSystems.contains(type)) {
                throw new CommonsException(
                        "%s is on the network file system %s, where SQLite loses data; put the commons on a local disk"
                                .formatted(file, type));
            }
        } catch (IOException e) {
            throw new CommonsException("Cannot write the commons %s: %s".formatted(file, e), e);
        }
        return CommonsStore.open(file, store);
    }

    /**
     * Opens a commons that is there.
     *
     * @throws CommonsException as {@link #open}, and if there is none
     */
    public static CommonsStore openExisting(Path database) {
        if (!Files.exists(database)) {
            throw new CommonsException("There is no commons " + database);
        }
        return open(database);
    }

    /** The folder that belongs to a database. */
    static Path store(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling((name.endsWith(".db") ? name.substring(0, name.length() - 3) : name) + ".store");
    }
}
