package org.normscape.bench.norm;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.bench.trainer.libtorch.Libtorch;
import org.normscape.bench.trainer.libtorch.TorchScript;
import org.normscape.contract.Runs;
import org.normscape.grad.Gradients;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/**
 * A layer of ours beside the same layer in TorchScript. Both give, in float64 and for the same
 * numbers, the output y, the gradient of {@code s = Σ w · y} by input and parameters, its change
 * along a direction, which is a Hessian-vector product, and the new state.
 *
 * @param layer ours
 * @param statistics which statistics it takes
 * @param input the shape of its input: rows {@code [n, c]}, or images {@code [n, h, w, c]}
 * @param torch the lines that write {@code y} from {@code x}, both {@code [n, c, h, w]}, or {@code
 *     [n, c, 1, 1]} for rows; parameters and state have their names, with {@code _} for dots, and
 *     what libtorch changes in place is the new state
 */
record Witnessed(Layer layer, Statistics statistics, Shape input, List<String> torch) {

  private static final String INPUT = "rows";

  /** By the layer of ours. */
  Map<String, double[]> ours() {
    List<String> learned = learned();
    List<TensorType> types = new ArrayList<>();
    arguments().values().forEach(spec -> types.add(new TensorType(DType.FLOAT64, spec)));
    List<double[]> numbers = List.copyOf(numbers().values());
    List<double[]> results =
        Runs.once(
            new ReferenceBackend(),
            Trace.program(types, in -> results(Parameters.like(named(), in), learned)),
            numbers);
    return byName(results);
  }

  private List<Tensor> results(Parameters<Tensor> in, List<String> learned) {
    Parameters<ParameterSpec> parameters = layer.parameters(input);
    Parameters<ParameterSpec> state = layer.state(input);
    Call call =
        Call.of(
            Parameters.like(parameters, parameters.paths().stream().map(in::get).toList()),
            Parameters.like(state, state.paths().stream().map(in::get).toList()),
            statistics);
    Applied applied = layer.apply(call, in.get(INPUT));
    List<Tensor> by = learned.stream().map(in::get).toList();
    List<Tensor> gradient = Gradients.of(applied.output().dot(in.get("weights")), by);
    Tensor slope = in.get(INPUT).sum().times(0);
    for (int i = 0; i < by.size(); i++) {
      slope = slope.plus(gradient.get(i).dot(in.get("along_" + learned.get(i))));
    }
    return Stream.of(
            List.of(applied.output()), gradient, Gradients.of(slope, by), applied.state().values())
        .flatMap(List::stream)
        .toList();
  }

  /** By libtorch. */
  Map<String, double[]> libtorchs() {
    List<String> names = List.copyOf(arguments().keySet());
    TorchScript script =
        new TorchScript(names.stream().map(name -> "given_" + name(name)).toList(), script());
    List<double[]> results = new ArrayList<>();
    try (NDManager manager = Libtorch.manager()) {
      JniUtils.setGradMode(true);
      NDList tensors = new NDList();
      Map<String, double[]> numbers = numbers();
      arguments()
          .forEach(
              (name, shape) ->
                  tensors.add(
                      manager
                          .create(Objects.requireNonNull(numbers.get(name)))
                          .reshape(ofTorch(shape))));
      script.compile(manager).apply(tensors).forEach(r -> results.add(r.toDoubleArray()));
    }
    return byName(results);
  }

  private List<String> script() {
    List<String> lines = new ArrayList<>();
    for (String name : learned()) {
      lines.add(
          "%1$s = torch.requires_grad_(torch.detach(given_%1$s), True)".formatted(name(name)));
    }
    for (String name : layer.state(input).paths()) {
      lines.add("%1$s = torch.clone(given_%1$s)".formatted(name(name)));
    }
    lines.add("x = " + channelsFirst());
    lines.addAll(torch);
    lines.add("output = " + channelsLast());
    lines.addAll(derivatives());
    lines.add("return [%s]".formatted(String.join(", ", results())));
    return lines;
  }

  /**
   * What nothing depends on, or what a derivative does not depend on, counts with a factor of 0.
   */
  private List<String> derivatives() {
    List<String> by = learned().stream().map(Witnessed::name).toList();
    String all = String.join(", ", by);
    String nothing =
        by.stream()
            .map(name -> " + 0. * torch.sum(%1$s * %1$s)".formatted(name))
            .collect(Collectors.joining());
    String slope =
        by.stream()
            .map(name -> " + torch.sum(gradient_%1$s * given_along_%1$s)".formatted(name))
            .collect(Collectors.joining());
    List<String> lines = new ArrayList<>();
    lines.add("s = torch.sum(output * given_weights)" + nothing);
    lines.add("first = torch.grad([s], [%s], None, True, True, False)".formatted(all));
    for (int i = 0; i < by.size(); i++) {
      lines.add("gradient_%s = unchecked_cast(Tensor, first[%s])".formatted(by.get(i), i));
    }
    lines.add("slope = torch.sum(x) * 0." + slope + nothing);
    lines.add("second = torch.grad([slope], [%s], None, True, True, False)".formatted(all));
    for (int i = 0; i < by.size(); i++) {
      lines.add("curvature_%s = unchecked_cast(Tensor, second[%s])".formatted(by.get(i), i));
    }
    return lines;
  }

  private String channelsFirst() {
    return input.rank() == 2
        ? "torch.reshape(%s, [%s, %s, 1, 1])".formatted(INPUT, input.dim(0), input.dim(1))
        : "torch.permute(%s, [0, 3, 1, 2])".formatted(INPUT);
  }

  private String channelsLast() {
    Shape output = layer.output(input);
    return input.rank() == 2
        ? "torch.reshape(y, [%s, %s])".formatted(output.dim(0), output.dim(1))
        : "torch.permute(y, [0, 2, 3, 1])";
  }

  private List<String> results() {
    return Stream.of(
            Stream.of("output"),
            learned().stream().map(name -> "gradient_" + name(name)),
            learned().stream().map(name -> "curvature_" + name(name)),
            layer.state(input).paths().stream().map(Witnessed::name))
        .flatMap(names -> names)
        .toList();
  }

  private Map<String, double[]> byName(List<double[]> values) {
    Map<String, double[]> byName = new LinkedHashMap<>();
    List<String> names = results();
    for (int i = 0; i < names.size(); i++) {
      byName.put(names.get(i), values.get(i));
    }
    return byName;
  }

  /** Input and parameters. */
  private List<String> learned() {
    return Stream.concat(Stream.of(INPUT), layer.parameters(input).paths().stream()).toList();
  }

  private Parameters<Shape> named() {
    return new Parameters<>(arguments());
  }

  private Map<String, Shape> arguments() {
    Map<String, Shape> arguments = new LinkedHashMap<>();
    arguments.put(INPUT, input);
    layer.parameters(input).byPath().forEach((path, spec) -> arguments.put(path, spec.shape()));
    learned()
        .forEach(
            name -> arguments.put("along_" + name, Objects.requireNonNull(arguments.get(name))));
    layer.state(input).byPath().forEach((path, spec) -> arguments.put(path, spec.shape()));
    arguments.put("weights", layer.output(input));
    return arguments;
  }

  /** Normal numbers; around 1 for parameters and state, so that what must be positive is. */
  private Map<String, double[]> numbers() {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    arguments()
        .forEach((name, shape) -> numbers.put(name, drawn(name, shape, layer.parameters(input))));
    return numbers;
  }

  private double[] drawn(String name, Shape shape, Parameters<ParameterSpec> parameters) {
    double[] normal = RandomStream.of(1, name).normal(shape.size(), 1);
    boolean aroundOne =
        parameters.find(name).isPresent() || layer.state(input).find(name).isPresent();
    return aroundOne ? Arrays.stream(normal).map(value -> 1 + 0.1 * value).toArray() : normal;
  }

  private static String name(String path) {
    return path.replace('.', '_').replace('-', '_');
  }

  private static ai.djl.ndarray.types.Shape ofTorch(Shape shape) {
    return new ai.djl.ndarray.types.Shape(
        shape.dims().stream().mapToLong(Integer::longValue).toArray());
  }
}
