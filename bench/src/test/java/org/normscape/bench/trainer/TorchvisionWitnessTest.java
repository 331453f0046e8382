package org.normscape.bench.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.bench.trainer.libtorch.Libtorch;
import org.normscape.bench.trainer.libtorch.TorchScript;
import org.normscape.contract.Runs;
import org.normscape.experiments.interchange.SafeTensors;
import org.normscape.experiments.weights.Convention;
import org.normscape.experiments.weights.Transfer;
import org.normscape.experiments.weights.Weights;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.model.ProjectionResNet;
import org.normscape.model.ProjectionResNet.Stem;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.He;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.NormalizationScheme;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;
import org.normscape.replay.HostArray;

/**
 * A residual network with projections whose weights come from PyTorch has the outputs that libtorch
 * gives, in float64, where the network is written in libtorch's operations as torchvision's {@code
 * resnet18} is, and as the one in wide use for CIFAR-10.
 */
class TorchvisionWitnessTest {

  private static final int WIDTH = 2;
  private static final int CLASSES = 5;
  private static final int IMAGES = 2;
  private static final List<Integer> BLOCKS = List.of(2, 2, 2, 2);

  @TempDir Path folder;

  /** The network in libtorch's operations, and its arrays by the names they have there. */
  private static final class Torch {
    private final Map<String, HostArray> arrays = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    static Torch resNet18(Stem stem) {
      Torch torch = new Torch();
      boolean isStrided = stem == Stem.STRIDED;
      torch.convolved("x", "x", "conv1", "bn1", isStrided ? 7 : 3, isStrided ? 2 : 1, 3, WIDTH);
      torch.lines.add("x = torch.relu(x)");
      if (isStrided) {
        torch.lines.add("x = torch.max_pool2d(x, [3, 3], [2, 2], [1, 1])");
      }
      int in = WIDTH;
      for (int stage = 1; stage <= BLOCKS.size(); stage++) {
        for (int i = 0; i < BLOCKS.get(stage - 1); i++) {
          int out = WIDTH << (stage - 1);
          String block = "layer%s.%s.".formatted(stage, i);
          torch.block(block, isStrided ? "downsample" : "shortcut", in, out);
          in = out;
        }
      }
      String dense = isStrided ? "fc" : "linear";
      torch.lines.add("x = torch.mean(x, [2, 3], False)");
      String weight = torch.array(dense + ".weight", CLASSES, in);
      String bias = torch.array(dense + ".bias", CLASSES);
      torch.lines.add("return [torch.linear(x, %s, %s)]".formatted(weight, bias));
      return torch;
    }

    private void block(String block, String projection, int in, int out) {
      int stride = in == out ? 1 : 2;
      convolved("y", "x", block + "conv1", block + "bn1", 3, stride, in, out);
      lines.add("y = torch.relu(y)");
      convolved("y", "y", block + "conv2", block + "bn2", 3, 1, out, out);
      if (in != out) {
        String path = block + projection;
        convolved("x", "x", path + ".0", path + ".1", 1, stride, in, out);
      }
      lines.add("x = torch.relu(torch.add(y, x))");
    }

    private void convolved(
        String to, String from, String conv, String norm, int size, int stride, int in, int out) {
      lines.add(
          "%s = torch.conv2d(%s, %s, None, [%s, %s], [%s, %s], [1, 1], 1)"
              .formatted(
                  to,
                  from,
                  array(conv + ".weight", out, in, size, size),
                  stride,
                  stride,
                  size / 2,
                  size / 2));
      lines.add(
          "%1$s = torch.batch_norm(%1$s, %2$s, %3$s, %4$s, %5$s, False, 0.1, 1e-05, False)"
              .formatted(
                  to,
                  array(norm + ".weight", out),
                  array(norm + ".bias", out),
                  array(norm + ".running_mean", out),
                  array(norm + ".running_var", out)));
    }

    /** Draws an array, around 1 where it scales, and gives its name in a script. */
    private String array(String name, int... dims) {
      Shape shape = Shape.of(dims);
      boolean isScale = name.endsWith("var") || (dims.length == 1 && name.endsWith("weight"));
      double deviation = dims.length == 1 ? 0.1 : Math.sqrt(2.0 * dims[0] / shape.size());
      double[] values = RandomStream.of(1, name).normal(shape.size(), deviation);
      for (int i = 0; i < values.length; i++) {
        values[i] += isScale ? 1 : 0;
      }
      arrays.put(name, HostArray.of(TensorType.float64(dims), values));
      return scripted(name);
    }

    private static String scripted(String name) {
      return name.replace('.', '_');
    }

    /** The outputs for images {@code [n,c,h,w]}. */
    double[] outputs(Shape images, double[] values) {
      List<String> names = new ArrayList<>(List.of("x"));
      arrays.keySet().forEach(name -> names.add(scripted(name)));
      try (NDManager manager = Libtorch.manager()) {
        NDList tensors = new NDList(manager.create(values).reshape(torch(images)));
        arrays
            .values()
            .forEach(
                array ->
                    tensors.add(
                        manager.create(numbers(array)).reshape(torch(array.type().shape()))));
        return new TorchScript(names, lines)
            .compile(manager)
            .apply(tensors)
            .singletonOrThrow()
            .toDoubleArray();
      }
    }

    private static ai.djl.ndarray.types.Shape torch(Shape shape) {
      return new ai.djl.ndarray.types.Shape(
          shape.dims().stream().mapToLong(Integer::longValue).toArray());
    }
  }

  @ParameterizedTest
  @EnumSource(Stem.class)
  void hasTheOutputsOfLibtorch(Stem stem) throws IOException {
    Torch torch = Torch.resNet18(stem);
    int side = stem == Stem.STRIDED ? 67 : 32;
    Shape images = Shape.of(IMAGES, 3, side, side);
    double[] values = RandomStream.of(1, "images").normal(images.size(), 1);
    double[] theirs = torch.outputs(images, values);
    double[] ours = ours(torch, stem, channelsLast(images, values));
    assertThat(ours).hasSize(IMAGES * CLASSES).containsExactly(theirs, within(1e-10));
    assertThat(Math.abs(theirs[0])).isGreaterThan(1e-3);
  }

  private double[] ours(Torch torch, Stem stem, HostArray images) throws IOException {
    Path file = folder.resolve("resnet.safetensors");
    Files.write(file, SafeTensors.write(new Parameters<>(torch.arrays), Map.of()));
    Layer network =
        new ProjectionResNet(BLOCKS, WIDTH, stem, He.normal())
            .network(new NormalizationScheme(new BatchNorm()), CLASSES);
    Shape input = images.type().shape();
    Parameters<HostArray> arrays =
        Transfer.of(new Weights(file.toString(), Convention.PYTORCH), network, input)
            .arrays()
            .and(Parameters.of("images", images));
    return Runs.once(
            new ReferenceBackend(),
            Trace.program(
                arrays.values().stream().map(HostArray::type).toList(),
                given -> {
                  Parameters<Tensor> in = Parameters.like(arrays, given);
                  Call call =
                      Call.of(
                          in.where((path, x) -> network.parameters(input).find(path).isPresent()),
                          in.where((path, x) -> network.state(input).find(path).isPresent()),
                          Statistics.RUNNING);
                  return List.of(network.apply(call, in.get("images")).output());
                }),
            arrays.values().stream().map(TorchvisionWitnessTest::numbers).toList())
        .get(0);
  }

  private static double[] numbers(HostArray array) {
    return IntStream.range(0, array.type().shape().size()).mapToDouble(array::at).toArray();
  }

  private static HostArray channelsLast(Shape shape, double[] values) {
    int channels = shape.dim(1);
    int places = shape.dim(2) * shape.dim(3);
    double[] turned = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int image = i / (channels * places);
      int channel = i / places % channels;
      turned[(image * places + i % places) * channels + channel] = values[i];
    }
    return HostArray.of(
        TensorType.float64(shape.dim(0), shape.dim(2), shape.dim(3), channels), turned);
  }
}
