package org.plateau.commons;

import java.io.IOException;
import java.nio.file.Path;

/** Disks that get full soon. */
final class SmallDisk {
    private SmallDisk() {}

    /** Whether one of this size could be mounted on a folder. */
    static boolean mount(Path folder, String size) {
        return command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    }

    static boolean unmount(Path folder) {
        return command("umount", "-l", folder.toString());
    }

    private static boolean command(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
