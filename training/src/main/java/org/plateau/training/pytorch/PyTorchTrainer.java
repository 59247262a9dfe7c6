package org.plateau.training.pytorch;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.TreeMap;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.provenance.Environment;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.EpochObserver;
import org.plateau.core.training.TestResult;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainingException;
import org.plateau.core.training.TrainingOutcome;
import org.plateau.core.training.TrainingTask;
import org.plateau.training.dataset.DatasetLoader;
import org.plateau.training.dataset.SplitPart;

/**
 * Trains with PyTorch. The dataset lies on the device once, for all networks; everything that belongs to a network is
 * freed with it.
 */
public final class PyTorchTrainer implements Trainer {
    private final NDManager manager;
    private final TensorStore tensors;
    private final DatasetProperties dataset;
    private final Environment environment;
    private final EnergyMeter energy;

    private PyTorchTrainer(
            NDManager manager,
            TensorStore tensors,
            DatasetProperties dataset,
            Environment environment,
            EnergyMeter energy) {
        this.manager = manager;
        this.tensors = tensors;
        this.dataset = dataset;
        this.environment = environment;
        this.energy = energy;
    }

    static PyTorchTrainer open(PyTorchEngine engine, Device device, DatasetSpecification specification) {
        NDManager manager = NDManager.newBaseManager(device, "PyTorch");
        try {
            JniUtils.setGradMode(false);
            TensorStore tensors = new TensorStore(manager);
            DatasetProperties dataset = DatasetLoader.load(specification, tensors);
            return new PyTorchTrainer(
                    manager, tensors, dataset, HostEnvironment.of(engine, device), EnergyMeter.of(device));
        } catch (EngineException e) {
            manager.close();
            throw new TrainingException("The dataset does not fit the device: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    @Override
    public DatasetProperties dataset() {
        return dataset;
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public TrainingOutcome train(TrainingTask task, EpochObserver observer) {
        requireFit(task.architecture());
        JniUtils.setGradMode(false);
        try (NDManager own = manager.newSubManager()) {
            return new TrainingRun(task, tensors, dataset.classes().size(), energy, own).run(observer);
        } catch (EngineException e) {
            throw new TrainingException("PyTorch failed: " + e.getMessage(), e);
        }
    }

    @Override
    public TestResult test(Architecture architecture, Checkpoint checkpoint, int batchSize) {
        requireFit(architecture);
        ImageTensors part = tensors.part(SplitPart.TEST)
                .orElseThrow(() -> new TrainingException(
                        "Dataset %s has no test split; expected split.test > 0".formatted(dataset.name())));
        JniUtils.setGradMode(false);
        try (NDManager own = manager.newSubManager()) {
            NetworkState state = new NetworkState(new Network(architecture), new Seeds(0).initialization(), own);
            CheckpointFile.restoreNetwork(checkpoint, state);
            Scores scores = EvaluationPass.run(state, part, dataset.classes().size(), batchSize);
            TreeMap<String, Double> measures = new TreeMap<>(scores.measures("test_"));
            return new TestResult(measures, scores.confusion());
        } catch (EngineException e) {
            throw new TrainingException("PyTorch failed: " + e.getMessage(), e);
        }
    }

    private void requireFit(Architecture architecture) {
        if (!architecture.input().equals(dataset.shape())) {
            throw new TrainingException("The network takes images of %s, but those of dataset %s are %s"
                    .formatted(architecture.input(), dataset.name(), dataset.shape()));
        }
        Shape answer = architecture.output();
        if (!answer.equals(new Shape.Vector(dataset.classes().size()))) {
            throw new TrainingException("The network answers %s, expected a vector of %d, the classes of dataset %s"
                    .formatted(answer, dataset.classes().size(), dataset.name()));
        }
    }

    @Override
    public void close() {
        energy.close();
        manager.close();
    }
}
