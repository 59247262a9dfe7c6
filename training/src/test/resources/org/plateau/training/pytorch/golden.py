"""Makes golden.properties: what PyTorch itself computes for the network, data and optimisers of
GoldenTest.

Usage: python golden.py > golden.properties   (torch 2.7.1 from PyPI, on a CPU)
"""
import torch
import torch.nn.functional as F

SHAPES = {
    "a.weight": (4, 2, 3, 3), "a.bias": (4,),
    "b.weight": (4,), "b.bias": (4,),
    "d.weight": (4, 2, 1, 7),
    "e.weight": (4, 1, 3, 3), "e.bias": (4,),
    "k.weight": (3, 8, 1, 1),
    "n.weight": (5, 44),
    "p.weight": (3, 5), "p.bias": (3,),
}


def wave(shape, scale, phase):
    count = torch.Size(shape).numel()
    return (scale * torch.sin(0.7 * torch.arange(count, dtype=torch.float64) + phase)).float().reshape(shape)


def forward(w, x, mean, variance, training):
    a = F.conv2d(x, w["a.weight"], w["a.bias"], padding=1)
    b = F.batch_norm(a, mean, variance, w["b.weight"], w["b.bias"], training=training, momentum=0.1,
                     eps=1e-5)
    c = F.relu(b)
    d = F.conv2d(c, w["d.weight"], padding=(0, 3), groups=2)
    e = F.conv2d(c, w["e.weight"], w["e.bias"], padding=2, dilation=2, groups=4)
    g = torch.cat([c, d + e], 1)
    h = F.avg_pool2d(g, 3, 2, 1, count_include_pad=False)
    i = F.max_pool2d(h, 2, 1)
    k = F.conv2d(i, w["k.weight"]).flatten(1)
    m = torch.cat([F.adaptive_avg_pool2d(h, 1).flatten(1), k], 1)
    return F.linear(F.linear(m, w["n.weight"]), w["p.weight"], w["p.bias"])


def run(name, make, clip):
    w = {n: wave(s, 0.4, p).requires_grad_() for p, (n, s) in enumerate(SHAPES.items())}
    mean, variance = torch.zeros(4), torch.ones(4)
    x = wave((12, 2, 9, 8), 1.0, 0.25)
    y = torch.arange(12) % 3
    optimizer = make(w.values())
    for step in range(1, 7):
        optimizer.zero_grad()
        loss = F.cross_entropy(forward(w, x, mean, variance, True), y)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(w.values(), clip) if clip else None
        optimizer.step()
        print(f"{name}.loss.{step}={loss.item()!r}")
        if step == 1 and norm is not None:
            print(f"{name}.norm={norm.item()!r}")
    for n, value in w.items():
        print(f"{name}.first.{n}={value.detach().flatten()[0].item()!r}")
        print(f"{name}.sum.{n}={value.detach().double().abs().sum().item()!r}")
    print(f"{name}.sum.b.running_mean={mean.double().abs().sum().item()!r}")
    print(f"{name}.sum.b.running_var={variance.double().abs().sum().item()!r}")
    with torch.no_grad():
        print(f"{name}.evaluation={F.cross_entropy(forward(w, x, mean, variance, False), y).item()!r}")


torch.set_num_threads(1)
print(f"# torch {torch.__version__}")
run("sgd", lambda p: torch.optim.SGD(p, lr=0.1), None)
run("momentum", lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.01), 0.5)
run("nesterov", lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.8, weight_decay=0.01, nesterov=True), None)
run("adam", lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.01), 0.5)
