"""Times a network in PyTorch, from the numbers that `normscape bench device --start FILE` wrote.

Prints lines of a name, a tab and a median in seconds, for each setting: PyTorch as it comes, its fastest float32, and
its fastest with TF32. The first loss is that of the same network on the same batch: it has to be ours.
"""

import argparse
import json
import statistics
import struct
import sys
import time

import torch
from torch import nn
from torch.nn import functional


def read(file):
    """The arrays of a safetensors file, by name."""
    data = open(file, "rb").read()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    types = {"F32": torch.float32, "I32": torch.int32, "F64": torch.float64}
    arrays = {}
    for name, entry in header.items():
        if name != "__metadata__":
            first, last = entry["data_offsets"]
            elements = bytearray(data[8 + length + first : 8 + length + last])
            arrays[name] = torch.frombuffer(elements, dtype=types[entry["dtype"]]).reshape(entry["shape"])
    return arrays, float(header["__metadata__"]["learning-rate"])


def convolution(inputs, outputs, stride=1, bias=False):
    return nn.Conv2d(inputs, outputs, 3, stride, 1, bias=bias)


class Vgg(nn.Module):
    """VGG-A for images of 32 x 32, with batch normalization (Simonyan and Zisserman 2015, column A)."""

    def __init__(self, width, bias):
        super().__init__()
        inputs, layer = 3, 0
        self.pools = []
        for block, (count, factor) in enumerate([(1, 1), (1, 2), (2, 4), (2, 8), (2, 8)]):
            for _ in range(count):
                layer += 1
                self.add_module(f"conv{layer}", convolution(inputs, width * factor, bias=bias))
                self.add_module(f"norm{layer}", nn.BatchNorm2d(width * factor))
                inputs = width * factor
            self.pools.append(layer)
        self.layers = layer
        for dense, outputs in enumerate([8 * width, 8 * width, 10], start=1):
            self.add_module(f"dense{dense}", nn.Linear(inputs, outputs))
            inputs = outputs

    def forward(self, x):
        for layer in range(1, self.layers + 1):
            x = functional.relu(getattr(self, f"norm{layer}")(getattr(self, f"conv{layer}")(x)))
            if layer in self.pools:
                x = functional.max_pool2d(x, 2)
        x = x.flatten(1)
        x = functional.relu(self.dense1(x))
        x = functional.relu(self.dense2(x))
        return self.dense3(x)


class Block(nn.Module):
    """Two convolutions beside a shortcut without parameters (He et al. 2016, option A)."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.stride, self.missing = stride, outputs - inputs
        self.conv1, self.norm1 = convolution(inputs, outputs, stride), nn.BatchNorm2d(outputs)
        self.conv2, self.norm2 = convolution(outputs, outputs), nn.BatchNorm2d(outputs)

    def forward(self, x):
        y = self.norm2(self.conv2(functional.relu(self.norm1(self.conv1(x)))))
        if self.stride > 1:
            x = functional.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, 0, self.missing))
        return functional.relu(y + x)


class ResNet(nn.Module):
    """A residual network for CIFAR-10 with batch normalization (He et al. 2016, section 4.2)."""

    def __init__(self, depth, width):
        super().__init__()
        each, inputs = (depth - 2) // 6, width
        self.blocks = 3 * each
        self.conv1, self.norm1 = convolution(3, width), nn.BatchNorm2d(width)
        for i in range(self.blocks):
            outputs = width << (i // each)
            self.add_module(f"block{i + 1}", Block(inputs, outputs, 2 if i >= each and i % each == 0 else 1))
            inputs = outputs
        self.dense = nn.Linear(inputs, 10)

    def forward(self, x):
        x = functional.relu(self.norm1(self.conv1(x)))
        for i in range(1, self.blocks + 1):
            x = getattr(self, f"block{i}")(x)
        return self.dense(x.mean((2, 3)))


def network(arrays):
    """The network that the parameters belong to, which starts from them."""
    own = {name[len("parameters.") :]: value for name, value in arrays.items() if name.startswith("parameters.")}
    width = own["conv1.weight"].shape[3]
    blocks = {name.split(".")[0] for name in own if name.startswith("block")}
    model = ResNet(2 * len(blocks) + 2, width) if blocks else Vgg(width, "conv1.bias" in own)
    names = {"scale": "weight", "shift": "bias"}
    state = model.state_dict()
    for name, value in own.items():
        path, last = name.rsplit(".", 1)
        key = path + "." + (names[last] if path.rsplit(".", 1)[-1].startswith("norm") else last)
        value = value.permute(3, 2, 0, 1) if value.dim() == 4 else value.t() if value.dim() == 2 else value
        if key not in state or state[key].shape != value.shape:
            sys.exit(f"pytorch: the network must have {name} with the shape {tuple(value.shape)} as {key}, but it has not")
        state[key] = value.contiguous()
    model.load_state_dict(state)
    return model


def median(run, device, seconds):
    """The median time of a run, of at least five and for so long, after as long a warm-up."""

    def timed():
        start = time.perf_counter()
        run()
        if device.type == "cuda":
            torch.cuda.synchronize(device)
        return time.perf_counter() - start

    def some():
        start, samples = time.perf_counter(), []
        while len(samples) < 5 or time.perf_counter() - start < seconds:
            samples.append(timed())
        return samples

    some()
    return statistics.median(some())


def measure(arrays, rate, device, seconds, setting):
    channels_last, tf32, compiled = setting
    torch.backends.cudnn.benchmark = channels_last
    if tf32 is not None:
        torch.backends.cudnn.allow_tf32 = tf32
        torch.backends.cuda.matmul.allow_tf32 = tf32
    layout = torch.channels_last if channels_last else torch.contiguous_format
    model = network(arrays).to(device).to(memory_format=layout)
    images = arrays["input"].permute(0, 3, 1, 2).contiguous()
    labels = arrays["target"].long()
    optimizer = torch.optim.SGD(model.parameters(), rate)
    forward = torch.compile(model) if compiled else model

    def step():
        x = images.to(device).to(memory_format=layout)
        loss = functional.cross_entropy(forward(x), labels.to(device))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        return loss.item()

    first = step()
    return first, median(step, device, seconds), model, images.to(device), labels.to(device)


def hessian_vector(model, x, y, device, seconds):
    parameters = list(model.parameters())
    vector = [torch.randn_like(p) for p in parameters]

    def product():
        loss = functional.cross_entropy(model(x), y)
        gradients = torch.autograd.grad(loss, parameters, create_graph=True)
        torch.autograd.grad(gradients, parameters, vector)

    return median(product, device, seconds)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--start", required=True, help="the file that normscape wrote")
    arguments.add_argument("--device", default="cuda", help="cpu, cuda or cuda:N")
    arguments.add_argument("--seconds", type=float, default=5, help="how long each is measured")
    given = arguments.parse_args()
    device = torch.device(given.device)
    if device.type == "cuda" and not torch.cuda.is_available():
        sys.exit("pytorch: it must see the GPU, but torch.cuda.is_available() is false")
    arrays, rate = read(given.start)
    settings = {
        "default": (False, None, False),
        "channels last, benchmark, float32": (True, False, False),
        "channels last, benchmark, TF32": (True, True, False),
        "channels last, benchmark, TF32, compiled": (True, True, True),
    }
    for name, setting in settings.items():
        if device.type == "cuda":
            torch.cuda.reset_peak_memory_stats(device)
        try:
            first, seconds, model, x, y = measure(arrays, rate, device, given.seconds, setting)
        except Exception as error:  # torch.compile needs a C compiler and more: one setting must not end the others
            if not setting[2]:
                raise
            print(f"{name}: left out ({str(error).splitlines()[0]})", file=sys.stderr)
            continue
        print(f"training step, {name}\t{seconds:.6g}")
        if name == "default":
            print(f"first loss\t{first:.6g}")
            print(f"Hessian-vector product, {name}\t{hessian_vector(model, x, y, device, given.seconds):.6g}")
        if device.type == "cuda":
            print(f"peak memory, {name}\t{torch.cuda.max_memory_allocated(device)}")


if __name__ == "__main__":
    main()
