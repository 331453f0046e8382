package org.normscape.check;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Compilation;
import org.normscape.backend.Numerics;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/** Programs run on numbers, on the reference backend in float64. */
public final class Numbers {

  private static final ReferenceBackend BACKEND = new ReferenceBackend();

  private Numbers() {}

  /** The results of a program. */
  public static List<double[]> run(Program program, List<double[]> arguments) {
    List<Array> arrays =
        IntStream.range(0, arguments.size())
            .mapToObj(i -> BACKEND.array(program.parameterTypes().get(i), arguments.get(i)))
            .toList();
    return BACKEND.compile(program, Compilation.of(Numerics.PRECISE)).run(arrays).stream()
        .map(Array::toDoubles)
        .toList();
  }

  /** The results of what {@code body} writes. */
  public static List<double[]> run(
      List<TensorType> types, UnaryOperator<List<Tensor>> body, List<double[]> arguments) {
    return run(Trace.program(types, body), arguments);
  }

  /** The results of what {@code body} writes, by path. */
  public static Parameters<double[]> run(
      Parameters<TensorType> types,
      UnaryOperator<Parameters<Tensor>> body,
      Parameters<double[]> arguments) {
    NamedProgram program = NamedProgram.trace(types, body);
    List<double[]> ordered = types.paths().stream().map(arguments::get).toList();
    return Parameters.like(program.results(), run(program.program(), ordered));
  }

  /** Normal numbers for a tensor of this type, from a stream of this name. */
  public static double[] normal(TensorType type, String name) {
    return RandomStream.of(1, name).normal(type.shape().size(), 1);
  }
}
