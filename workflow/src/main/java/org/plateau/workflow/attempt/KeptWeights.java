package org.plateau.workflow.attempt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plateau.core.trail.CountedEpoch;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;
import org.plateau.core.weights.WeightStore;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.DiskError;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;

/**
 * Hands checkpoints that trainings have left over to a store. Only files that are what a trail says of them are handed over, so a
 * training that is under way may be looked at as well.
 */
public final class KeptWeights {
    private static final String NUMBER = "[1-9]\\d{0,8}";

    private final WeightSelection selection;
    private final WeightStore store;

    public KeptWeights(WeightSelection selection, WeightStore store) {
        this.selection = selection;
        this.store = store;
    }

    /** Keeps nothing. */
    public static KeptWeights none() {
        return new KeptWeights(WeightSelection.NONE, (file, hash) -> false);
    }

    /**
     * Hands over what all networks of a run have left.
     *
     * @return how many checkpoints were new to the store
     * @throws RunFolderException if the run cannot be read
     */
    public int takeAll(RunFolder run) {
        return children(run.networks()).stream()
                .mapToInt(network -> take(run, name(network)))
                .sum();
    }

    /**
     * Hands over what a network has left.
     *
     * @return how many checkpoints were new to the store
     * @throws RunFolderException if its folder cannot be read
     */
    public int take(RunFolder run, String network) {
        if (selection == WeightSelection.NONE) {
            return 0;
        }
        List<TrailEntry> trail = children(run.networks().resolve(network)).stream()
                .filter(attempt -> name(attempt).matches(NUMBER))
                .flatMap(attempt -> AttemptRecord.read(new AttemptFolder(attempt)).entries().stream())
                .toList();
        return trail.stream()
                .map(TrailEntry::event)
                .filter(NetworkGenerated.class::isInstance)
                .map(NetworkGenerated.class::cast)
                .findFirst()
                .map(generated -> hand(
                        run,
                        network,
                        selection.preferred(
                                CountedEpoch.of(trail), generated.training().fitness())))
                .orElse(0);
    }

    private int hand(RunFolder run, String network, List<CountedEpoch> preferred) {
        Map<Integer, CheckpointFiles> folders = new HashMap<>();
        List<Boolean> fresh = new ArrayList<>();
        for (CountedEpoch epoch : preferred) {
            CheckpointFiles files = folders.computeIfAbsent(
                    epoch.attempt(),
                    attempt -> new CheckpointFiles(run.attempt(network, attempt).checkpoints()));
            Optional<Path> file = epoch.checkpoint().flatMap(files::find);
            if (file.isPresent() && fresh.size() < selection.most()) {
                fresh.add(store.keep(file.get(), epoch.checkpoint().orElseThrow()));
            }
        }
        return (int) fresh.stream().filter(Boolean::booleanValue).count();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new RunFolderException("Cannot read %s: %s".formatted(folder, DiskError.reason(e)), e);
        } catch (UncheckedIOException e) {
            throw new RunFolderException("Cannot read %s: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
