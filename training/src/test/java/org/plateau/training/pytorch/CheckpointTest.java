package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Shape;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.TrainingException;

class CheckpointTest {
    private static final Optimizer ADAM = new Optimizer.Adam(0.1, 0.9, 0.999, 1e-8, 0);

    @TempDir
    Path folder;

    private NDManager manager;

    @BeforeEach
    void open() {
        PyTorchEngine.load(1);
        manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void everythingComesBack() {
        NetworkState state = state(SmallTraining.architecture(), 1);
        Update update = Update.of(ADAM, state.weights());
        update.step(state.weights(), (ai.djl.pytorch.engine.PtNDArray)
                state.weights().duplicate());
        Checkpoint checkpoint = write(state, update, new Progress(7, 3, 88.5));

        NetworkState other = state(SmallTraining.architecture(), 2);
        Update otherUpdate = Update.of(ADAM, other.weights());
        Progress progress = CheckpointFile.restore(checkpoint, other, otherUpdate);

        assertThat(progress).isEqualTo(new Progress(7, 3, 88.5));
        assertThat(other.weights().toFloatArray()).isEqualTo(state.weights().toFloatArray());
        assertThat(other.statistics().toFloatArray())
                .isEqualTo(state.statistics().toFloatArray());
        for (String name : List.of("exp_avg", "exp_avg_sq", "step")) {
            assertThat(otherUpdate.state().get(name))
                    .as(name)
                    .isEqualTo(update.state().get(name));
        }
    }

    @Test
    void tensorsAreNamedAndShapedAsPyTorchDoes() throws IOException {
        NetworkState state = state(SmallTraining.architecture(), 1);
        Checkpoint checkpoint = write(
                state,
                Update.of(SmallTraining.sgd(), state.weights()),
                Progress.NONE.next(1, org.plateau.core.fitness.Direction.MAXIMIZE));

        String header = new String(Files.readAllBytes(checkpoint.file()), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(header)
                .contains("\"stem.weight\":{\"dtype\":\"F32\",\"shape\":[6,1,3,3]")
                .contains("\"norm.running_var\":{\"dtype\":\"F32\",\"shape\":[6]")
                .contains("\"optimizer/momentum_buffer/answer.bias\":{\"dtype\":\"F32\",\"shape\":[3]");
    }

    @Test
    void aChangedFileIsRefusedWithBothHashes() throws IOException {
        NetworkState state = state(SmallTraining.architecture(), 1);
        Update update = Update.of(ADAM, state.weights());
        Checkpoint checkpoint = write(state, update, new Progress(1, 1, 1));
        byte[] bytes = Files.readAllBytes(checkpoint.file());
        bytes[bytes.length - 1] ^= 1;
        Files.write(checkpoint.file(), bytes);

        assertThatThrownBy(() -> CheckpointFile.restore(checkpoint, state, update))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("epoch-0001.safetensors has the SHA-256 ")
                .hasMessageContaining("expected " + checkpoint.hash());
    }

    @Test
    void aMissingFileIsRefusedWithItsName() {
        NetworkState state = state(SmallTraining.architecture(), 1);
        Checkpoint nowhere = new Checkpoint(1, folder.resolve("nowhere"), "00");

        assertThatThrownBy(() -> CheckpointFile.restoreNetwork(nowhere, state))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("nowhere cannot be read");
    }

    @Test
    void aCheckpointOfAnotherNetworkIsRefusedWithTheTensor() {
        NetworkState state = state(SmallTraining.architecture(), 1);
        Checkpoint checkpoint = write(state, Update.of(ADAM, state.weights()), new Progress(1, 1, 1));
        NetworkState wider = state(one(new Node("stem", Convolution.same(7, 3), List.of("input"))), 1);
        NetworkState smaller = state(one(new Node("stem", Convolution.same(6, 3), List.of("input"))), 1);
        NetworkState other = state(one(new Node("conv", Convolution.same(6, 3), List.of("input"))), 1);

        refused(checkpoint, wider, "stem.weight is (6, 1, 3, 3), expected (7, 1, 3, 3)");
        refused(checkpoint, smaller, "it also has answer.bias");
        refused(checkpoint, other, "it has no conv.weight");
    }

    @Test
    void aCheckpointOfAnotherOptimizerIsRefused() {
        NetworkState state = state(SmallTraining.architecture(), 1);
        Checkpoint checkpoint = write(state, Update.of(ADAM, state.weights()), new Progress(1, 1, 1));

        assertThatThrownBy(() ->
                        CheckpointFile.restore(checkpoint, state, Update.of(SmallTraining.sgd(), state.weights())))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("it has no optimizer/momentum_buffer/stem.weight");
    }

    @Test
    void onlyWhatIsKeptStays() {
        assertThat(kept(new Retention.Last())).containsExactly("epoch-0006.safetensors");
        assertThat(kept(new Retention.Best())).containsExactly("epoch-0003.safetensors", "epoch-0006.safetensors");
        assertThat(kept(new Retention.Every(2)))
                .containsExactly("epoch-0002.safetensors", "epoch-0004.safetensors", "epoch-0006.safetensors");
        assertThat(kept(new Retention.All())).hasSize(6);
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedWithItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new CheckpointFolder(file.resolve("checkpoints"), new Retention.Last()))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("Checkpoint folder " + file.resolve("checkpoints") + " cannot be made");
    }

    @Test
    void aFolderThatIsGoneIsRefusedWithTheFile() throws IOException {
        CheckpointFolder checkpoints = new CheckpointFolder(folder.resolve("gone"), new Retention.Last());
        Files.delete(folder.resolve("gone"));

        assertThatThrownBy(() -> checkpoints.write(1, new byte[10]))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(folder.resolve("gone/epoch-0001.safetensors") + " cannot be written");
    }

    @Test
    void aFullDiskIsRefusedAndWhatWasThereStays() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=64k", "none", disk.toString()))
                .as("a small file system can be mounted")
                .isZero();
        try {
            CheckpointFolder checkpoints = new CheckpointFolder(disk, new Retention.All());
            Checkpoint first = checkpoints.write(1, new byte[30_000]);

            assertThatThrownBy(() -> checkpoints.write(2, new byte[60_000]))
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining(disk.resolve("epoch-0002.safetensors") + " cannot be written: ")
                    .hasMessageContaining("No space left");

            assertThat(disk).isDirectoryNotContaining("glob:**.part");
            assertThat(Files.readAllBytes(first.file())).hasSize(30_000);
        } finally {
            run("umount", disk.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private List<String> kept(Retention retention) {
        Path own = folder.resolve(retention.getClass().getSimpleName());
        CheckpointFolder checkpoints = new CheckpointFolder(own, retention);
        for (int epoch = 1; epoch <= 6; epoch++) {
            checkpoints.write(epoch, new byte[] {(byte) epoch});
            checkpoints.prune(new Progress(epoch, Math.min(epoch, 3), 0));
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void refused(Checkpoint checkpoint, NetworkState state, String message) {
        assertThatThrownBy(() -> CheckpointFile.restoreNetwork(checkpoint, state))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(message);
    }

    private Checkpoint write(NetworkState state, Update update, Progress progress) {
        return new CheckpointFolder(folder, new Retention.All())
                .write(progress.epoch(), CheckpointFile.encode(state, update, progress));
    }

    private NetworkState state(Architecture architecture, long seed) {
        return new NetworkState(new Network(architecture), new Seeds(seed).initialization(), manager);
    }

    private static Architecture one(Node node) {
        return new Architecture(
                new Shape.Image(1, 12, 12),
                List.of(node, new Node("mean", new GlobalAveragePooling(), List.of(node.name()))));
    }
}
