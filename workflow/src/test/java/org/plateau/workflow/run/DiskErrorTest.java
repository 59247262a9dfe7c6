package org.plateau.workflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskErrorTest {
    @TempDir
    Path folder;

    private static String reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return DiskError.reason(catchThrowableOfType(IOException.class, call));
    }

    @Test
    void realErrorsAreToldWithoutTheNamesOfClasses() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThat(reason(() -> Files.readString(folder.resolve("absent")))).isEqualTo("it is not there");
        assertThat(reason(() -> Files.createFile(file))).isEqualTo("a file of that name is in the way");
        assertThat(reason(() -> Files.createFile(file.resolve("below")))).isEqualTo("Not a directory");
        assertThat(reason(() -> Files.readString(folder))).isEqualTo("Is a directory");
    }
}
