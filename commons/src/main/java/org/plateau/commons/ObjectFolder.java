package org.plateau.commons;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.plateau.core.weights.WeightStore;

/**
 * The store's files that are known by what is in them: {@code objects/<first two digits>/<the other 62>} of the SHA-256 of their content.
 * Several processes may use it at once. A file is there as a whole or not at all, whenever a process is killed; what is
 * read is checked against its name.
 *
 * <p>Where the file system lets a file have two names, keeping one costs no room. A kept file is read-only under both.
 */
public final class ObjectFolder implements WeightStore {
    private static final String HASH = "[0-9a-f]{64}";

    /** What a process that was killed has left is older than this; nobody copies so long. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final Set<PosixFilePermission> WRITING = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path root;
    private final Path incoming;

    ObjectFolder(Path store) {
        root = store.resolve("objects");
        incoming = root.resolve("incoming");
    }

    /**
     * Where the file of a hash is, if it is there; its content was not looked at.
     *
     * @throws CommonsException if the text is no SHA-256 in hexadecimal
     */
    public Optional<Path> find(String hash) {
        return Optional.of(place(hash)).filter(Files::isRegularFile);
    }

    /**
     * The content of the file of a hash, empty where it is not there.
     *
     * @throws CommonsException if it cannot be read, or is not what its name says
     */
    public Optional<byte[]> read(String hash) {
        return find(hash).map(file -> {
            try {
                byte[] content = Files.readAllBytes(file);
                String found = HexFormat.of().formatHex(sha256().digest(content));
                if (!found.equals(hash)) {
                    throw new CommonsException("%s is damaged: its SHA-256 is %s".formatted(file, found));
                }
                return content;
            } catch (IOException e) {
                throw new CommonsException("Cannot read %s: %s".formatted(file, e), e);
            }
        });
    }

    /**
     * @throws CommonsException if the file's content has another hash, or cannot be read or written, because the disk is
     *     full for one
     */
    @Override
    public boolean keep(Path file, String hash) {
        Path place = place(hash);
        try {
            if (Files.isRegularFile(place) && hash(place).equals(hash)) {
                return false;
            }
            Files.createDirectories(place.resolveSibling(".").normalize());
            if (!linked(file, place, hash)) {
                copy(file, place, hash);
            }
            protect(place);
            return true;
        } catch (IOException e) {
            throw new CommonsException("Cannot keep %s as %s: %s".formatted(file, place, e), e);
        }
    }

    /** Gives the file a second name; it must not be changed under the first one, and checkpoints never are. */
    private static boolean linked(Path file, Path place, String hash) throws IOException {
        requireHash(file, hash, hash(file));
        try {
            Files.createLink(place, file);
            return true;
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker, or what is there is damaged: a copy replaces it either way.
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            // Another disk, or one whose files have one name only.
            return false;
        }
    }

    private void copy(Path file, Path place, String hash) throws IOException {
        Files.createDirectories(incoming);
        sweep();
        Path part = incoming.resolve(hash + "." + UUID.randomUUID() + ".part");
        try {
            MessageDigest digest = sha256();
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream copied = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
                Files.copy(file, copied);
                channel.force(true);
            }
            requireHash(file, hash, HexFormat.of().formatHex(digest.digest()));
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | CommonsException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** Nobody writes into it by accident, under whichever name; it can still be deleted and replaced. */
    private static void protect(Path place) throws IOException {
        if (place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(place));
            permissions.removeAll(WRITING);
            Files.setPosixFilePermissions(place, permissions);
        }
    }

    private void sweep() throws IOException {
        Instant oldest = Instant.now().minus(ABANDONED);
        try (Stream<Path> parts = Files.list(incoming)) {
            for (Path part : parts.toList()) {
                if (Files.exists(part)
                        && Files.getLastModifiedTime(part).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private Path place(String hash) {
        if (!hash.matches(HASH)) {
            throw new CommonsException(
                    "A file is known by 64 hexadecimal digits, but was asked for by \"" + hash + "\"");
        }
        return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    }

    private static void requireHash(Path file, String expected, String found) {
        if (!found.equals(expected)) {
            throw new CommonsException("%s has the SHA-256 %s, expected %s".formatted(file, found, expected));
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
