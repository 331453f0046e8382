package org.normscape.backend.tf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.grad.Gradients;
import org.normscape.ir.Padding;
import org.normscape.ir.Program;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.ir.WindowShape;

/** Gradient steps of a small network: parameters in, parameters and loss out. */
record Steps(Backend backend, Executable executable) implements AutoCloseable {

  private static final TensorType IMAGES = TensorType.float32(4, 8, 8, 2);
  private static final List<TensorType> PARAMETERS =
      List.of(TensorType.float32(3, 3, 2, 4), TensorType.float32(64, 10));

  static Steps on(Backend backend) {
    List<TensorType> inputs = new ArrayList<>(PARAMETERS);
    inputs.add(IMAGES);
    Program step = Trace.program(inputs, Steps::step);
    Compilation compilation = Compilation.of(Numerics.FAST).donating(0, PARAMETERS.size());
    return new Steps(backend, backend.compile(step, compilation));
  }

  private static List<Tensor> step(List<Tensor> in) {
    Tensor hidden = in.get(2).convolution(in.get(0), Stride.of(1), Padding.of(1)).tanh();
    Tensor pooled = hidden.maxPool(WindowShape.square(2));
    Tensor flat = pooled.reshape(TensorType.float32(4, 64).shape());
    Tensor logits = flat.matmul(in.get(1));
    Tensor loss = logits.times(logits).mean();
    List<Tensor> parameters = in.subList(0, 2);
    List<Tensor> gradients = Gradients.of(loss, parameters);
    return List.of(
        parameters.get(0).minus(gradients.get(0).times(0.01)),
        parameters.get(1).minus(gradients.get(1).times(0.01)),
        loss);
  }

  Array images() {
    return ramp(IMAGES);
  }

  List<Array> parameters() {
    return PARAMETERS.stream().map(this::ramp).toList();
  }

  private Array ramp(TensorType type) {
    return backend.array(
        type, IntStream.range(0, type.shape().size()).mapToDouble(i -> i % 7 / 7.0).toArray());
  }

  /** Runs so many steps from the same start; the last loss. */
  double run(int count) {
    List<Array> parameters = parameters();
    double loss = Double.NaN;
    try (Array images = images()) {
      for (int i = 0; i < count; i++) {
        List<Array> results = executable.run(List.of(parameters.get(0), parameters.get(1), images));
        parameters = results.subList(0, 2);
        try (Array value = results.get(2)) {
          loss = value.toScalar();
        }
      }
    }
    parameters.forEach(Array::close);
    return loss;
  }

  @Override
  public void close() {
    executable.close();
  }
}
