package org.plateau.commons;

import java.util.Locale;
import java.util.Set;

/**
 * Which file systems are shared between hosts. SQLite's write-ahead log needs memory that all of its processes share,
 * and locks that work; neither is there between hosts, and a database on such a file system breaks silently.
 */
final class NetworkFileSystems {
    private static final Set<String> TYPES = Set.of(
            "9p",
            "acfs",
            "afpfs",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "glusterfs",
            "gpfs",
            "lustre",
            "ncpfs",
            "nfs",
            "ocfs2",
            "orangefs",
            "panfs",
            "pvfs2",
            "smb2",
            "smb3",
            "smbfs",
            "webdav",
            "wekafs");
    private static final Set<String> FUSE = Set.of(
            "cephfs",
            "cephfs-fuse",
            "ceph-fuse",
            "gcsfuse",
            "glusterfs",
            "goofys",
            "juicefs",
            "moosefs",
            "mfs",
            "rclone",
            "s3fs",
            "sshfs");

    private NetworkFileSystems() {}

    /**
     * Whether a file system of this type lives on another machine.
     *
     * @param type as {@link java.nio.file.FileStore#type} gives it, such as {@code ext4}, {@code nfs4}, {@code fuse.sshfs}
     */
    static boolean contains(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        if (name.startsWith("fuse.")) {
            return FUSE.contains(name.substring("fuse.".length()));
        }
        return TYPES.contains(name) || name.matches("nfs\\d*");
    }
}
