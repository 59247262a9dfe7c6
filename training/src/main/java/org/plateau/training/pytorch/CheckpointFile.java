package org.plateau.training.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.TrainingException;

/**
 * The content of a checkpoint: a safetensors file.
 *
 * <p>Weights, biases and running statistics are named as PyTorch names them, {@code node.weight}, so that any reader of
 * safetensors can use them. Names with a slash are ours: {@code optimizer/exp_avg/node.weight} is the optimiser's state
 * and {@code progress/epoch}, {@code progress/best_epoch}, {@code progress/best} say how far the training was.
 */
final class CheckpointFile {
    private CheckpointFile() {}

    /** The content as bytes. */
    static byte[] encode(NetworkState state, Update update, Progress progress) {
        try (NDManager manager = state.weights().getManager().newSubManager()) {
            NDList tensors = new NDList();
            FlatTensors trained = state.network().trained();
            add(tensors, manager, "", trained, state.weights());
            add(tensors, manager, "", state.network().statistics(), state.statistics());
            new TreeMap<>(update.state()).forEach((name, value) -> {
                String prefix = "optimizer/" + name;
                if (value.getShape().dimension() == 0) {
                    add(tensors, manager, prefix, value);
                } else {
                    add(tensors, manager, prefix + "/", trained, value);
                }
            });
            add(tensors, manager, "progress/epoch", manager.create((long) progress.epoch()));
            add(tensors, manager, "progress/best_epoch", manager.create((long) progress.bestEpoch()));
            add(tensors, manager, "progress/best", manager.create(progress.best()));
            return tensors.encode(NDList.Encoding.SAFETENSORS);
        }
    }

    private static void add(NDList tensors, NDManager manager, String prefix, FlatTensors layout, PtNDArray flat) {
        PtNDArray shared = (PtNDArray) flat.stopGradient();
        shared.attach(manager);
        PtNDArray[] views = layout.views(shared);
        for (int i = 0; i < views.length; i++) {
            ParameterSlice slice = layout.slices().get(i);
            // Flattening puts the values into the order in which they are seen.
            add(tensors, manager, prefix + slice.name(), views[i].reshape(-1).reshape(slice.shape()));
        }
    }

    private static void add(NDList tensors, NDManager manager, String name, NDArray value) {
        NDArray named = value.duplicate();
        named.attach(manager);
        named.setName(name);
        tensors.add(named);
    }

    /**
     * Puts a training back to where it was.
     *
     * @throws TrainingException if the file is not the one that was written or is of another network or optimiser
     */
    static Progress restore(Checkpoint checkpoint, NetworkState state, Update update) {
        try (NDManager manager = state.weights().getManager().newSubManager()) {
            Map<String, NDArray> tensors = read(checkpoint, manager);
            FlatTensors trained = state.network().trained();
            restoreNetwork(tensors, checkpoint, state, manager);
            update.state().forEach((name, value) -> {
                String prefix = "optimizer/" + name;
                if (value.getShape().dimension() == 0) {
                    copy(take(tensors, prefix, checkpoint), value);
                } else {
                    restore(tensors, prefix + "/", trained, value, checkpoint, manager);
                }
            });
            Progress progress = new Progress(
                    (int) take(tensors, "progress/epoch", checkpoint).getLong(),
                    (int) take(tensors, "progress/best_epoch", checkpoint).getLong(),
                    take(tensors, "progress/best", checkpoint).getDouble());
            requireEmpty(tensors, checkpoint, "the network and optimiser");
            if (progress.epoch() != checkpoint.epoch()) {
                throw new TrainingException("Checkpoint %s was written after epoch %d, expected epoch %d"
                        .formatted(checkpoint.file(), progress.epoch(), checkpoint.epoch()));
            }
            return progress;
        }
    }

    /** Restores only what answers questions: weights and running statistics. */
    static void restoreNetwork(Checkpoint checkpoint, NetworkState state) {
        try (NDManager manager = state.weights().getManager().newSubManager()) {
            Map<String, NDArray> tensors = read(checkpoint, manager);
            restoreNetwork(tensors, checkpoint, state, manager);
            tensors.keySet().removeIf(name -> name.contains("/"));
            requireEmpty(tensors, checkpoint, "the network");
        }
    }

    private static void restoreNetwork(
            Map<String, NDArray> tensors, Checkpoint checkpoint, NetworkState state, NDManager manager) {
        restore(tensors, "", state.network().trained(), state.weights(), checkpoint, manager);
        restore(tensors, "", state.network().statistics(), state.statistics(), checkpoint, manager);
    }

    private static void restore(
            Map<String, NDArray> tensors,
            String prefix,
            FlatTensors layout,
            PtNDArray flat,
            Checkpoint checkpoint,
            NDManager manager) {
        NDList parts = new NDList();
        for (ParameterSlice slice : layout.slices()) {
            NDArray tensor = take(tensors, prefix + slice.name(), checkpoint);
            if (!slice.fits(tensor.getShape())) {
                throw new TrainingException("Checkpoint %s does not fit the network: %s%s is %s, expected %s"
                        .formatted(checkpoint.file(), prefix, slice.name(), tensor.getShape(), slice.shape()));
            }
            parts.add(slice.flat((PtNDArray) tensor));
        }
        if (!parts.isEmpty()) {
            PtNDArray[] arrays = parts.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new);
            PtNDArray joined = JniUtils.cat(arrays, 0);
            joined.attach(manager);
            copy(joined, flat);
        }
    }

    private static void copy(NDArray from, PtNDArray to) {
        to.subi(to).addi(from);
    }

    private static NDArray take(Map<String, NDArray> tensors, String name, Checkpoint checkpoint) {
        NDArray tensor = tensors.remove(name);
        if (tensor == null) {
            throw new TrainingException("Checkpoint %s does not fit the network or optimiser: it has no %s"
                    .formatted(checkpoint.file(), name));
        }
        return tensor;
    }

    private static void requireEmpty(Map<String, NDArray> rest, Checkpoint checkpoint, String what) {
        if (!rest.isEmpty()) {
            throw new TrainingException("Checkpoint %s does not fit %s: it also has %s"
                    .formatted(checkpoint.file(), what, new TreeMap<>(rest).firstKey()));
        }
    }

    private static Map<String, NDArray> read(Checkpoint checkpoint, NDManager manager) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(checkpoint.file());
        } catch (IOException e) {
            throw new TrainingException("Checkpoint %s cannot be read: %s".formatted(checkpoint.file(), e), e);
        }
        String hash = hash(bytes);
        if (!hash.equals(checkpoint.hash())) {
            throw new TrainingException("Checkpoint %s has the SHA-256 %s, expected %s: it was changed or damaged"
                    .formatted(checkpoint.file(), hash, checkpoint.hash()));
        }
        Map<String, NDArray> tensors = new HashMap<>();
        try {
            for (NDArray tensor : NDList.decode(manager, bytes)) {
                tensors.put(tensor.getName(), tensor.toDevice(manager.getDevice(), false));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new TrainingException("Checkpoint %s is no safetensors file".formatted(checkpoint.file()), e);
        }
        return tensors;
    }

    /** SHA-256 in hexadecimal. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
