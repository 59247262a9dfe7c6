package org.plateau.training.pytorch;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import org.plateau.core.architecture.Addition;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Concatenation;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Dropout;
import org.plateau.core.architecture.Flatten;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Layer;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Pooling;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape.Image;
import org.plateau.core.architecture.Shape.Vector;
import org.plateau.core.architecture.Window;

/** Turns layers into operations and collects the tensors that they need. */
final class OperationBuilder {
    private final List<ParameterSlice> trained = new ArrayList<>();
    private final List<ParameterSlice> statistics = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();

    FlatTensors trained() {
        return new FlatTensors(trained);
    }

    FlatTensors statistics() {
        return new FlatTensors(statistics);
    }

    List<Constant> constants() {
        return List.copyOf(constants);
    }

    /** Whether a node's output is its input, so that nothing needs to be computed. */
    static boolean passesOn(Node node) {
        Layer layer = node.layer();
        return layer instanceof org.plateau.core.architecture.Identity
                || (layer instanceof Dropout dropout && dropout.rate() == 0)
                || ((layer instanceof Concatenation || layer instanceof Addition)
                        && node.inputs().size() == 1);
    }

    /** The operation of a node that reads inputs of these shapes. */
    Operation build(Node node, List<org.plateau.core.architecture.Shape> inputs) {
        Layer layer = node.layer();
        if (layer instanceof Convolution convolution) {
            return convolution(node.name(), convolution, ((Image) inputs.get(0)).channels());
        }
        if (layer instanceof BatchNormalization normalization) {
            return normalization(node.name(), normalization, ((Image) inputs.get(0)).channels());
        }
        if (layer instanceof Linear linear) {
            return linear(node.name(), linear, ((Vector) inputs.get(0)).features());
        }
        if (layer instanceof Pooling pooling) {
            return pooling(pooling, (Image) inputs.get(0));
        }
        if (layer instanceof Dropout dropout) {
            double rate = dropout.rate();
            return (x, tensors, training) -> JniUtils.dropout(x[0], rate, training);
        }
        if (layer instanceof Relu) {
            return (x, tensors, training) -> JniUtils.relu(x[0]);
        }
        if (layer instanceof GlobalAveragePooling) {
            return (x, tensors, training) -> x[0].getNDArrayInternal().globalAvgPool();
        }
        if (layer instanceof Flatten) {
            return (x, tensors, training) -> JniUtils.flatten(x[0], 1, -1);
        }
        if (layer instanceof Concatenation) {
            return (x, tensors, training) -> JniUtils.cat(x, 1);
        }
        if (layer instanceof Addition) {
            return (x, tensors, training) -> add(x);
        }
        throw new IllegalArgumentException("No operation is known for " + layer);
    }

    private Operation convolution(String name, Convolution convolution, int inputChannels) {
        Window window = convolution.window();
        int channels = inputChannels / convolution.groups();
        long fanIn = (long) channels * window.height() * window.width();
        Shape shape = new Shape(convolution.channels(), channels, window.height(), window.width());
        int weight = train(new ParameterSlice(name + ".weight", shape, fanIn));
        int bias = convolution.bias()
                ? train(new ParameterSlice(name + ".bias", new Shape(convolution.channels()), fanIn))
                : -1;
        Shape stride = new Shape(window.stride(), window.stride());
        Shape padding = new Shape(window.verticalPadding(), window.horizontalPadding());
        Shape dilation = new Shape(window.dilation(), window.dilation());
        int groups = convolution.groups();
        return (x, tensors, training) -> JniUtils.convolution(
                x[0],
                tensors.trained()[weight],
                bias < 0 ? null : tensors.trained()[bias],
                stride,
                padding,
                dilation,
                groups);
    }

    private Operation normalization(String name, BatchNormalization normalization, int channels) {
        Shape shape = new Shape(channels);
        int scale = train(new ParameterSlice(name + ".weight", shape, ParameterSlice.ONES));
        int shift = train(new ParameterSlice(name + ".bias", shape, ParameterSlice.ZEROS));
        int mean = statistics.size();
        statistics.add(new ParameterSlice(name + ".running_mean", shape, ParameterSlice.ZEROS));
        statistics.add(new ParameterSlice(name + ".running_var", shape, ParameterSlice.ONES));
        double momentum = normalization.momentum();
        double epsilon = normalization.epsilon();
        // DJL's own batch norm takes the share of the old statistics, and as a float; this one takes PyTorch's.
        return (x, tensors, training) -> JniUtils.batchNorm(
                x[0],
                tensors.statistics()[mean],
                tensors.statistics()[mean + 1],
                tensors.trained()[scale],
                tensors.trained()[shift],
                training,
                momentum,
                epsilon);
    }

    private Operation linear(String name, Linear linear, int features) {
        int weight = train(new ParameterSlice(name + ".weight", new Shape(linear.features(), features), features));
        int bias =
                linear.bias() ? train(new ParameterSlice(name + ".bias", new Shape(linear.features()), features)) : -1;
        return (x, tensors, training) ->
                JniUtils.linear(x[0], tensors.trained()[weight], bias < 0 ? null : tensors.trained()[bias]);
    }

    private Operation pooling(Pooling pooling, Image input) {
        Window window = pooling.window();
        Shape kernel = new Shape(window.height(), window.width());
        Shape stride = new Shape(window.stride(), window.stride());
        Shape padding = new Shape(window.verticalPadding(), window.horizontalPadding());
        if (pooling.kind() == Pooling.Kind.MAXIMUM) {
            return (x, tensors, training) -> JniUtils.maxPool(x[0], kernel, stride, padding, false);
        }
        if (window.verticalPadding() == 0 && window.horizontalPadding() == 0) {
            return (x, tensors, training) -> JniUtils.avgPool(x[0], kernel, stride, padding, false, true);
        }
        // DJL 0.36 counts padding whatever it is told, so means at the edge are made larger afterwards.
        int correction = constants.size();
        constants.add(AveragePadding.correction(window, input));
        return (x, tensors, training) -> {
            try (PtNDArray mean = JniUtils.avgPool(x[0], kernel, stride, padding, false, true)) {
                return mean.mul(tensors.constants()[correction]);
            }
        };
    }

    private static PtNDArray add(PtNDArray[] inputs) {
        PtNDArray sum = inputs[0].add(inputs[1]);
        for (int i = 2; i < inputs.length; i++) {
            PtNDArray next = sum.add(inputs[i]);
            sum.close();
            sum = next;
        }
        return sum;
    }

    private int train(ParameterSlice slice) {
        trained.add(slice);
        return trained.size() - 1;
    }
}
