package org.plateau.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.plateau.cli.output.Rows;
import org.plateau.commons.CommonsStore;
import org.plateau.commons.NetworkLookupException;
import org.plateau.commons.NetworkSummary;
import org.plateau.commons.ObjectFolder;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.trail.CountedEpoch;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;
import org.plateau.core.weights.NetworkWeights;
import org.plateau.core.weights.WeightsException;
import org.plateau.formats.weights.Safetensors;
import org.plateau.onnx.NetworkCard;
import org.plateau.onnx.OnnxExport;
import org.plateau.onnx.Preparation;

/**
 * A network of the data commons with the weights that are kept of it.
 *
 * @param id of the network
 * @param generated what it is
 * @param epochs that count, oldest first
 * @param objects where weights are
 */
record StoredNetwork(String id, NetworkGenerated generated, List<CountedEpoch> epochs, ObjectFolder objects) {
    StoredNetwork {
        epochs = List.copyOf(epochs);
    }

    /** @throws NetworkLookupException if the id, or its beginning, names no network or more than one */
    static StoredNetwork of(CommonsStore store, String idPrefix) {
        NetworkSummary network = store.find(idPrefix);
        List<TrailEntry> trail = store.trail(network.id());
        NetworkGenerated generated = trail.stream()
                .map(TrailEntry::event)
                .filter(NetworkGenerated.class::isInstance)
                .map(NetworkGenerated.class::cast)
                .findFirst()
                .orElseThrow(
                        () -> new NetworkLookupException("The trail of " + network.id() + " does not say what it is"));
        return new StoredNetwork(network.id(), generated, CountedEpoch.of(trail), store.objects());
    }

    /** The epochs whose weights are kept. */
    List<CountedEpoch> kept() {
        return epochs.stream()
                .filter(epoch -> epoch.checkpoint().flatMap(objects::find).isPresent())
                .toList();
    }

    /**
     * One of the epochs whose weights are kept.
     *
     * @param epoch which one; the one with the best fitness if left out
     * @throws WeightsException if there is none
     */
    CountedEpoch kept(OptionalDouble epoch) {
        List<CountedEpoch> kept = kept();
        if (kept.isEmpty()) {
            throw new WeightsException(whyNone());
        }
        if (epoch.isEmpty()) {
            return kept.stream()
                    .reduce((best, next) -> better(best, next) ? best : next)
                    .orElseThrow();
        }
        return kept.stream()
                .filter(one -> one.epoch() == epoch.getAsDouble())
                .findFirst()
                .orElseThrow(() -> new WeightsException(
                        "The commons has no weights of network %s after epoch %s; it has those after epoch %s"
                                .formatted(
                                        id,
                                        Rows.shown(epoch.getAsDouble()),
                                        kept.stream()
                                                .map(one -> Rows.shown(one.epoch()))
                                                .collect(Collectors.joining(", ")))));
    }

    private boolean better(CountedEpoch one, CountedEpoch later) {
        Direction direction = generated.training().fitness().direction();
        String fitness = generated.training().fitness().name();
        return direction.better(one.value(fitness), later.value(fitness));
    }

    private String whyNone() {
        return epochs.stream().noneMatch(epoch -> epoch.checkpoint().isPresent())
                ? "Network %s has no weights: its trail names no checkpoint, as that of an imported curve".formatted(id)
                : "The commons keeps no weights of network %s; where its run folder is still there, plateau commons rebuild RUN takes them in"
                        .formatted(id);
    }

    /**
     * A checkpoint's content.
     *
     * @throws WeightsException if it is not kept any more
     */
    byte[] checkpoint(CountedEpoch epoch) {
        return epoch.checkpoint().flatMap(objects::read).orElseThrow(() -> new WeightsException(whyNone()));
    }

    /**
     * The network as an ONNX file.
     *
     * @throws WeightsException if its weights are not there or not sound
     */
    byte[] onnx(CountedEpoch epoch) {
        String name = "The checkpoint of network %s after epoch %s".formatted(id, Rows.shown(epoch.epoch()));
        return OnnxExport.network(
                generated.architecture(),
                // Names with a slash are the optimiser's state and how far the training was.
                NetworkWeights.of(
                        generated.architecture(),
                        Safetensors.read(name, checkpoint(epoch), tensor -> !tensor.contains("/"))),
                card(epoch.epoch(), Optional.of(epoch)));
    }

    /** The network's graph as an ONNX file whose weights are inputs. */
    byte[] graph() {
        return OnnxExport.graph(generated.architecture(), card(0, Optional.empty()));
    }

    private NetworkCard card(double epochsCompleted, Optional<CountedEpoch> epoch) {
        FitnessMeasure fitness = generated.training().fitness();
        return new NetworkCard(
                id,
                epochsCompleted,
                fitness,
                epoch.map(one -> one.value(fitness.name())).filter(value -> !Double.isNaN(value)),
                epoch.flatMap(CountedEpoch::checkpoint),
                generated.properties().name(),
                generated.properties().fingerprint(),
                generated.properties().classes(),
                Preparation.of(generated.dataset().transform(), generated.properties()));
    }
}
