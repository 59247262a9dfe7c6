package org.plateau.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.commons.CommonsStore;
import org.plateau.commons.NetworkLookupException;
import org.plateau.commons.NetworkQuery;
import org.plateau.commons.NetworkSummary;
import org.plateau.commons.Status;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.prediction.FinishedTraining;
import org.plateau.workflow.history.EarlierTrainings;
import org.plateau.workflow.history.NetworkFeatures;

/**
 * Finished trainings of the data commons: those on the same dataset, and those on similar ones where these are few. A
 * dataset is similar that has as many classes, or images of the same shape and transform.
 */
final class CommonsTrainings implements EarlierTrainings {
    /** How many a search begins with at most: an engine looks at little more than the newest of as many. */
    static final int MOST = 64;

    private final CommonsStore store;

    CommonsTrainings(CommonsStore store) {
        this.store = store;
    }

    @Override
    public List<FinishedTraining> alike(
            DatasetSpecification specification, DatasetProperties dataset, TrainingConfiguration training) {
        List<NetworkSummary> finished = store.list(NetworkQuery.latest(Integer.MAX_VALUE)).stream()
                .filter(network -> isFinished(network, training))
                .toList();
        List<NetworkSummary> chosen = new ArrayList<>(finished.stream()
                .filter(network -> network.assignment().fingerprint().equals(dataset.fingerprint()))
                .limit(MOST)
                .toList());
        Map<String, Boolean> similar = new HashMap<>();
        finished.stream()
                .filter(network -> !network.assignment().fingerprint().equals(dataset.fingerprint()))
                .filter(network -> similar.computeIfAbsent(
                        network.assignment().fingerprint(),
                        fingerprint -> isSimilar(generated(network.id()), specification, dataset)))
                .limit(MOST - chosen.size())
                .forEach(chosen::add);
        List<FinishedTraining> trainings = new ArrayList<>(
                chosen.stream().map(network -> training(network.id())).toList());
        Collections.reverse(trainings);
        return trainings;
    }

    @Override
    public Optional<FinishedTraining> named(String network) {
        try {
            return Optional.of(training(network));
        } catch (NetworkLookupException e) {
            return Optional.empty();
        }
    }

    private static boolean isFinished(NetworkSummary network, TrainingConfiguration training) {
        return network.standing().status() == Status.COMPLETED
                && network.assignment().measure().equals(training.fitness().name())
                && network.progress().epochs() >= network.assignment().horizon()
                && Double.isFinite(network.progress().last());
    }

    private static boolean isSimilar(
            NetworkGenerated other, DatasetSpecification specification, DatasetProperties dataset) {
        return other.properties().classes().size() == dataset.classes().size()
                || (other.properties().shape().equals(dataset.shape())
                        && other.dataset().transform() == specification.transform());
    }

    private FinishedTraining training(String network) {
        NetworkGenerated generated = generated(network);
        return new FinishedTraining(
                network,
                generated.properties().fingerprint(),
                store.curves(network),
                true,
                NetworkFeatures.of(
                        generated.architecture(),
                        generated.properties(),
                        generated.training().fitness()));
    }

    /** The first event of every trail. */
    private NetworkGenerated generated(String network) {
        return store.trail(network).stream()
                .map(entry -> entry.event())
                .filter(NetworkGenerated.class::isInstance)
                .map(NetworkGenerated.class::cast)
                .findFirst()
                .orElseThrow(() -> new NetworkLookupException("The trail of " + network + " does not say what it is"));
    }
}
