package org.plateau.workflow.simulated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.TrainingException;
import org.plateau.formats.json.Sha256;

/** What a simulated training has come to, as a file: epoch and state in its first line, then as many bytes as wanted. */
record SimulatedCheckpoint(int epoch, long state) {
    static SimulatedCheckpoint read(Checkpoint checkpoint) {
        try {
            byte[] content = Files.readAllBytes(checkpoint.file());
            if (!Sha256.of(content).equals(checkpoint.hash())) {
                throw new TrainingException("The checkpoint %s was changed".formatted(checkpoint.file()));
            }
            String text = new String(content, StandardCharsets.UTF_8);
            String[] words = text.substring(0, text.indexOf('\n')).split(" ", -1);
            return new SimulatedCheckpoint(Integer.parseInt(words[0]), Long.parseLong(words[1]));
        } catch (IOException e) {
            throw new TrainingException("The checkpoint %s cannot be read: %s".formatted(checkpoint.file(), e), e);
        }
    }

    Checkpoint write(Path folder, int bytes) {
        Path file = folder.resolve("epoch-%04d.simulated".formatted(epoch));
        Path part = folder.resolve(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            byte[] content = ("%d %d\n".formatted(epoch, state) + "x".repeat(bytes)).getBytes(StandardCharsets.UTF_8);
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return new Checkpoint(epoch, file, Sha256.of(content));
        } catch (IOException e) {
            throw new TrainingException("The checkpoint %s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Deletes the checkpoints before this one. */
    void prune(Path folder) {
        String own = "epoch-%04d.simulated".formatted(epoch);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> older = files.filter(
                            file -> file.getFileName().toString().compareTo(own) < 0)
                    .toList();
            for (Path file : older) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new TrainingException("The checkpoints in %s cannot be pruned: %s".formatted(folder, e), e);
        }
    }
}
