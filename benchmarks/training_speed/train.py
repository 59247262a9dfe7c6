"""The Python side of the training-speed benchmark: the same network, data and loop as
org.plateau.benchmarks.TrainingSpeed, in PyTorch. Prints one line of JSON.

Usage: train.py BATCH TRAIN_IMAGES VALIDATION_IMAGES EPOCHS SIDE CHANNELS [contiguous|channels_last] [fresh|inplace]
"""
import json
import resource
import sys
import time

import torch
from torch import nn

FORMATS = {"contiguous": torch.contiguous_format, "channels_last": torch.channels_last}


class Node(nn.Module):
    """3x3 convolution, batch norm, ReLU; several inputs are concatenated and reduced first."""

    def __init__(self, inputs, channels, inplace):
        super().__init__()
        self.reduce = nn.Conv2d(inputs * channels, channels, 1, bias=False) if inputs > 1 else None
        self.convolution = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace)

    def forward(self, *inputs):
        x = inputs[0] if self.reduce is None else self.reduce(torch.cat(inputs, 1))
        return self.relu(self.norm(self.convolution(x)))


class Exit(nn.Module):
    """Branches joined, batch norm, ReLU."""

    def __init__(self, inputs, channels, inplace):
        super().__init__()
        self.reduce = nn.Conv2d(inputs * channels, channels, 1, bias=False) if inputs > 1 else None
        self.norm = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace)

    def forward(self, *inputs):
        x = inputs[0] if self.reduce is None else self.reduce(torch.cat(inputs, 1))
        return self.relu(self.norm(x))


class Network(nn.Module):
    """NSGA-Net's macro genome [[0,0,0,1,1,0,1],[1,1,0,0,0,0,0],[0,1,1,0,0,1,0]]."""

    def __init__(self, channels, classes, inplace):
        super().__init__()
        a, b, c = channels, 2 * channels, 4 * channels
        self.entry1 = nn.Conv2d(1, a, 3, bias=False)
        self.node11, self.node12, self.node14 = Node(1, a, inplace), Node(1, a, inplace), Node(2, a, inplace)
        self.exit1 = Exit(2, a, inplace)
        self.entry2 = nn.Conv2d(a, b, 1, bias=False)
        self.node21, self.node22, self.node23 = Node(1, b, inplace), Node(1, b, inplace), Node(1, b, inplace)
        self.exit2 = Exit(2, b, inplace)
        self.entry3 = nn.Conv2d(b, c, 1, bias=False)
        self.node31, self.node32 = Node(1, c, inplace), Node(1, c, inplace)
        self.node33, self.node34 = Node(2, c, inplace), Node(1, c, inplace)
        self.exit3 = Exit(1, c, inplace)
        self.pool = nn.MaxPool2d(2)
        self.mean = nn.AdaptiveAvgPool2d(1)
        self.linear = nn.Linear(c, classes)

    def forward(self, x):
        x = self.entry1(x)
        x = self.exit1(self.node14(self.node11(x), self.node12(x)), x)
        x = self.entry2(self.pool(x))
        first = self.node21(x)
        x = self.exit2(self.node22(first), self.node23(first))
        x = self.entry3(self.pool(x))
        x = self.exit3(self.node34(self.node33(self.node31(x), self.node32(x))))
        return self.linear(self.mean(x).flatten(1))


def main():
    batch, train_images, validation_images, epochs, side, channels = map(int, sys.argv[1:7])
    memory_format = FORMATS[sys.argv[7] if len(sys.argv) > 7 else "contiguous"]
    inplace = len(sys.argv) > 8 and sys.argv[8] == "inplace"
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    torch.manual_seed(1)
    images = torch.randn(train_images + validation_images, 1, side, side)
    labels = torch.arange(train_images + validation_images) % 2
    images += labels.view(-1, 1, 1, 1) * 0.1
    images = images.to(memory_format=memory_format)
    train_x, train_y = images[:train_images], labels[:train_images]
    validation_x, validation_y = images[train_images:], labels[train_images:]
    network = Network(channels, 2, inplace).to(memory_format=memory_format)
    assert channels != 24 or sum(p.numel() for p in network.parameters()) == 442586
    optimizer = torch.optim.SGD(network.parameters(), lr=0.025, momentum=0.9, weight_decay=3e-4)
    criterion = nn.CrossEntropyLoss()
    seconds, processor, losses = [], [], []
    for _ in range(epochs):
        begin, processor_begin = time.perf_counter(), time.process_time()
        network.train()
        total, correct = torch.zeros((), dtype=torch.float64), torch.zeros((), dtype=torch.int64)
        for index in torch.randperm(train_images).split(batch):
            x, y = train_x[index], train_y[index]
            optimizer.zero_grad()
            scores = network(x)
            loss = criterion(scores, y)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            total += loss.detach() * len(index)
            correct += (scores.argmax(1) == y).sum()
        train_loss, train_accuracy = total.item() / train_images, 100 * correct.item() / train_images
        network.eval()
        with torch.no_grad():
            total, correct = torch.zeros((), dtype=torch.float64), torch.zeros((), dtype=torch.int64)
            for x, y in zip(validation_x.split(batch), validation_y.split(batch)):
                scores = network(x)
                total += criterion(scores, y) * len(y)
                correct += (scores.argmax(1) == y).sum()
            validation_loss = total.item() / validation_images
        seconds.append(time.perf_counter() - begin)
        processor.append(time.process_time() - processor_begin)
        losses.append((train_loss, train_accuracy, validation_loss))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"engine": "python " + torch.__version__, "batch": batch, "seconds": seconds, "cpu_seconds": processor,
                      "losses": losses, "peak_mib": round(peak)}))


if __name__ == "__main__":
    main()
