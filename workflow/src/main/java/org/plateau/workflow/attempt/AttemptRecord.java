package org.plateau.workflow.attempt;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.formats.trail.TrailReader;
import org.plateau.workflow.run.AttemptFolder;

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

    /** Stands as the rule of the verdict that lets a training go on to the horizon although a rule would stop it. */
    public static final String EXPLORATION = "exploration";

    /** A checkpoint that is still on the disk as it was written. */
    public record Kept(ResumePoint point, Path file) {}

    public static AttemptRecord read(AttemptFolder folder) {
        return new AttemptRecord(folder, TrailReader.readAll(folder.trail()));
    }

    /** How it ended, if it did. */
    public Optional<TrailEvent.TrainingEnded> ended() {
        return events(TrailEvent.TrainingEnded.class).stream().reduce((first, second) -> second);
    }

    /** The network as measured on the test split, if it was. */
    public Optional<TrailEvent.NetworkTested> tested() {
        return events(TrailEvent.NetworkTested.class).stream().reduce((first, second) -> second);
    }

    /** Epochs measured in this attempt, oldest first. */
    public List<TrailEvent.EpochMeasured> epochs() {
        return events(TrailEvent.EpochMeasured.class);
    }

    /** The last checkpoint of this attempt that is in its trail and still on disk as it was written. */
    public Optional<Kept> checkpoint() {
        List<TrailEvent.EpochMeasured> epochs = epochs();
        CheckpointFiles files = new CheckpointFiles(folder.checkpoints());
        for (int i = epochs.size() - 1; i >= 0; i--) {
            Optional<String> hash = epochs.get(i).checkpoint();
            Optional<Path> file = hash.flatMap(files::find);
            if (file.isPresent()) {
                return Optional.of(new Kept(
                        new ResumePoint(
                                entries.get(0).attempt(),
                                epochs.get(i).measurement().epoch(),
                                hash.get()),
                        file.get()));
            }
        }
        return Optional.empty();
    }

    /** Whether it went on after a rule wanted to stop it, before an epoch. */
    public boolean explored(double before) {
        return events(TrailEvent.VerdictGiven.class).stream()
                .anyMatch(verdict -> verdict.rule().equals(EXPLORATION) && verdict.epoch() < before);
    }

    /** The forecast that was made last, if one was. */
    public Optional<TrailEvent.ForecastMade> forecast() {
        return events(TrailEvent.ForecastMade.class).stream().reduce((first, second) -> second);
    }

    /** Measurements of this attempt up to an epoch. */
    public List<Measurement> measuredUpTo(double epoch) {
        return epochs().stream()
                .map(TrailEvent.EpochMeasured::measurement)
                .filter(measurement -> measurement.epoch() <= epoch)
                .toList();
    }

    private <E extends TrailEvent> List<E> events(Class<E> type) {
        return entries.stream()
                .map(TrailEntry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
