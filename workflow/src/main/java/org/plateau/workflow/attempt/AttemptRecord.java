package org.plateau.workflow.attempt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.formats.json.Sha256;
import org.plateau.formats.trail.TrailReader;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.RunFolderException;

/**
 * What an attempt left behind, read from its trail.
 *
 * @param folder its folder
 * @param entries whole lines of its trail, none where it never began
 */
public record AttemptRecord(AttemptFolder folder, List<TrailEntry> entries) {
    public AttemptRecord {
        entries = List.copyOf(entries);
    }

    public static AttemptRecord read(AttemptFolder folder) {
        return new AttemptRecord(folder, TrailReader.readAll(folder.trail()));
    }

    /** How it ended, if it did. */
    public Optional<TrailEvent.TrainingEnded> ended() {
        return last(TrailEvent.TrainingEnded.class);
    }

    /** Epochs measured in this attempt, oldest first. */
    public List<TrailEvent.EpochMeasured> epochs() {
        return entries.stream()
                .map(TrailEntry::event)
                .filter(TrailEvent.EpochMeasured.class::isInstance)
                .map(TrailEvent.EpochMeasured.class::cast)
                .toList();
    }

    /** The last checkpoint of this attempt that is in its trail and still on disk as it was written. */
    public Optional<ResumePoint> checkpoint() {
        List<TrailEvent.EpochMeasured> epochs = epochs();
        int attempt = entries.isEmpty() ? 0 : entries.get(0).attempt();
        for (int i = epochs.size() - 1; i >= 0; i--) {
            Optional<String> hash = epochs.get(i).checkpoint();
            if (hash.isPresent() && file(hash.get()).isPresent()) {
                return Optional.of(
                        new ResumePoint(attempt, epochs.get(i).measurement().epoch(), hash.get()));
            }
        }
        return Optional.empty();
    }

    /** The checkpoint file with a hash, found by its content. */
    public Optional<Path> file(String hash) {
        if (!Files.isDirectory(folder.checkpoints())) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder.checkpoints())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Sha256.of(Files.readAllBytes(file)).equals(hash)) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new RunFolderException("Cannot read the checkpoints in %s: %s".formatted(folder.checkpoints(), e), e);
        }
    }

    /** Measurements of this attempt up to an epoch, behind those that it went on from. */
    public List<Measurement> measured(List<Measurement> before, double epoch) {
        List<Measurement> all = new ArrayList<>(before);
        epochs().stream()
                .map(TrailEvent.EpochMeasured::measurement)
                .filter(measurement -> measurement.epoch() <= epoch)
                .forEach(all::add);
        return List.copyOf(all);
    }

    private <E extends TrailEvent> Optional<E> last(Class<E> type) {
        return entries.stream()
                .map(TrailEntry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second);
    }
}
