package org.normscape.experiments.cli.verify;

import java.util.Arrays;
import java.util.List;
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
import org.normscape.random.RandomStream;

/**
 * Shows that a backend computes: the gradient of {@code ½‖x ∗ w‖²} in a filter of 3×3, which needs
 * a convolution forward and backward, held against another backend.
 */
final class Proof {

  private static final TensorType IMAGE = TensorType.float64(2, 8, 8, 3);
  private static final TensorType FILTER = TensorType.float64(3, 3, 3, 4);
  private static final Program GRADIENT =
      Trace.program(
          List.of(IMAGE, FILTER), arguments -> gradient(arguments.get(0), arguments.get(1)));

  private Proof() {}

  private static List<Tensor> gradient(Tensor image, Tensor filter) {
    Tensor y = image.convolution(filter, Stride.of(1), Padding.of(1));
    return Gradients.of(y.dot(y).times(0.5), List.of(filter));
  }

  /** The largest difference between two backends, relative to the largest element. */
  static double difference(Backend backend, Backend other) {
    double[] values = gradient(backend);
    double[] expected = gradient(other);
    double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      largest = Math.max(largest, Math.abs(values[i] - expected[i]));
    }
    return largest / scale;
  }

  private static double[] gradient(Backend backend) {
    try (Executable executable = backend.compile(GRADIENT, Compilation.of(Numerics.PRECISE));
        Array image = random(backend, IMAGE, "image");
        Array filter = random(backend, FILTER, "filter");
        Array result = executable.run(List.of(image, filter)).get(0)) {
      return result.toDoubles();
    }
  }

  private static Array random(Backend backend, TensorType type, String name) {
    int size = type.shape().size();
    return backend.array(type, RandomStream.of(1, "doctor/" + name).uniform(size, -1, 1));
  }
}
