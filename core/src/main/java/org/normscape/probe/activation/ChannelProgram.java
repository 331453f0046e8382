package org.normscape.probe.activation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Range;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * {@code a ↦} mean, deviation and largest value of each channel, for several activations at once.
 * Elements are divided before they are squared, so that deviations come out right whatever their
 * size.
 */
final class ChannelProgram implements AutoCloseable {

  private static final String MEAN = "mean";
  private static final String SQUARE = "square";
  private static final String LARGEST = "largest";

  private final Parameters<TensorType> activations;
  private final NamedExecutable program;

  /** Compiles it for activations of these types. */
  ChannelProgram(Parameters<TensorType> activations, Backend backend, Numerics numerics) {
    this.activations = activations;
    this.program =
        NamedProgram.trace(activations, ChannelProgram::write).compile(backend, numerics);
  }

  /** Writes the moments of the channels of activations, for {@link #read}. */
  static Parameters<Tensor> write(Parameters<Tensor> activations) {
    Parameters<Tensor> results = Parameters.none();
    for (String path : activations.paths()) {
      Tensor value = activations.get(path);
      List<Integer> summed = value.shape().axesExcept(-1);
      Tensor mean = value.mean(summed);
      Range.Scaled scaled =
          Range.WHOLE.scaled(List.of(value.minus(mean.broadcast(value.shape(), summed))));
      Tensor centred = scaled.elements().get(0);
      results =
          results.and(
              Parameters.of(MEAN, mean)
                  .and(SQUARE, centred.times(centred).mean(summed))
                  .and(scaled.scale())
                  .and(LARGEST, value.max(summed))
                  .within(path));
    }
    return results;
  }

  /** Measures activations, by path. */
  Parameters<Channels> run(Parameters<Array> values) {
    try (Owner owner = new Owner()) {
      return read(activations, program.run(values, owner));
    }
  }

  /** The moments among the results of a program, by the paths of the activations. */
  static Parameters<Channels> read(Parameters<?> activations, Parameters<Array> found) {
    return Parameters.like(
        activations,
        activations.paths().stream().map(path -> channels(found.under(path))).toList());
  }

  private static Channels channels(Parameters<Array> found) {
    double scale = found.get("scale").toScalar();
    return new Channels(
        boxed(Arrays.stream(found.get(MEAN).toDoubles())),
        boxed(
            Arrays.stream(found.get(SQUARE).toDoubles()).map(square -> scale * Math.sqrt(square))),
        boxed(Arrays.stream(found.get(LARGEST).toDoubles())));
  }

  private static List<Double> boxed(DoubleStream values) {
    return values.boxed().toList();
  }

  @Override
  public void close() {
    program.close();
  }
}
