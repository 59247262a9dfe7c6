package org.plateau.training.pytorch;

import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainerFactory;

/**
 * Opens trainers that compute with PyTorch in this process. The process should be started with
 * {@link PyTorchProcess#environment()} and {@link PyTorchProcess#jvmOptions(int)}.
 */
public final class PyTorchTrainerFactory implements TrainerFactory {
    @Override
    public Trainer open(DatasetSpecification dataset, String device, int threads) {
        PyTorchEngine engine = PyTorchEngine.load(threads);
        return PyTorchTrainer.open(engine, engine.device(device), dataset);
    }
}
