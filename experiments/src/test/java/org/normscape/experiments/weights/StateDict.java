package org.normscape.experiments.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.replay.HostArray;

/** Arrays as torchvision's classes name them, and those in use for CIFAR-10, drawn at random. */
final class StateDict {

  private static final int POOL = -1;

  private final Map<String, HostArray> arrays = new LinkedHashMap<>();

  /** {@code resnet18} and its like: a convolution of 7×7, stages, {@code fc}. */
  static StateDict resNet(List<Integer> blocks, int width, int classes) {
    return new StateDict()
        .residual(blocks, width, 7, "downsample")
        .linear("fc", classes, width << 3);
  }

  /** The ResNet-18 in wide use for CIFAR-10. */
  static StateDict resNetOfCifar(List<Integer> blocks, int width) {
    return new StateDict().residual(blocks, width, 3, "shortcut").linear("linear", 10, width << 3);
  }

  /** A ResNet for CIFAR-10 as in the paper: shortcuts have no arrays. */
  static StateDict plainResNet(int stageLength, int width) {
    StateDict dict =
        new StateDict().residual(List.of(stageLength, stageLength, stageLength), width, 3, "none");
    dict.arrays.keySet().removeIf(name -> name.contains("none"));
    return dict.linear("linear", 10, width << 2);
  }

  /** {@code vgg11_bn}, for images of 224×224. */
  static StateDict vgg11(int width, int classes) {
    return new StateDict()
        .features(width, 1, POOL, 2, POOL, 4, 4, POOL, 8, 8, POOL, 8, 8, POOL)
        .linear("classifier.0", 64 * width, 8 * width * 7 * 7)
        .linear("classifier.3", 64 * width, 64 * width)
        .linear("classifier.6", classes, 64 * width);
  }

  /** The VGG-16 with batch normalization in wide use for CIFAR-10. */
  static StateDict vgg16OfCifar(int width) {
    return new StateDict()
        .features(width, 1, 1, POOL, 2, 2, POOL, 4, 4, 4, POOL, 8, 8, 8, POOL, 8, 8, 8, POOL)
        .linear("classifier", 10, 8 * width);
  }

  Map<String, HostArray> arrays() {
    return arrays;
  }

  Parameters<HostArray> parameters() {
    return new Parameters<>(arrays);
  }

  private StateDict residual(List<Integer> blocks, int width, int kernel, String projection) {
    convolution("conv1", width, 3, kernel);
    norm("bn1", width);
    int in = width;
    for (int stage = 0; stage < blocks.size(); stage++) {
      int out = width << stage;
      for (int i = 0; i < blocks.get(stage); i++) {
        String block = "layer%s.%s.".formatted(stage + 1, i);
        convolution(block + "conv1", out, in, 3);
        norm(block + "bn1", out);
        convolution(block + "conv2", out, out, 3);
        norm(block + "bn2", out);
        if (in != out) {
          convolution(block + projection + ".0", out, in, 1);
          norm(block + projection + ".1", out);
        }
        in = out;
      }
    }
    return this;
  }

  private StateDict features(int width, int... multiples) {
    int index = 0;
    int in = 3;
    for (int multiple : multiples) {
      if (multiple == POOL) {
        index++;
        continue;
      }
      int out = multiple * width;
      convolution("features." + index, out, in, 3);
      put("features.%s.bias".formatted(index), out);
      norm("features." + (index + 1), out);
      in = out;
      index += 3;
    }
    return this;
  }

  private void convolution(String name, int out, int in, int kernel) {
    put(name + ".weight", out, in, kernel, kernel);
  }

  private StateDict linear(String name, int out, int in) {
    put(name + ".weight", out, in);
    put(name + ".bias", out);
    return this;
  }

  private void norm(String name, int channels) {
    for (String word : List.of("weight", "bias", "running_mean", "running_var")) {
      put(name + "." + word, channels);
    }
    put(name + ".num_batches_tracked");
  }

  private void put(String name, int... dims) {
    TensorType type = TensorType.float64(dims);
    double[] values = RandomStream.of(1, "test/" + name).normal(type.shape().size(), 1);
    arrays.put(name, HostArray.of(type, values));
  }
}
