package org.normscape.check;

import java.util.List;
import java.util.function.UnaryOperator;
import org.normscape.contract.LayerCases;
import org.normscape.contract.Runs;
import org.normscape.contract.cases.Case;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;
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
    return Runs.once(BACKEND, program, arguments);
  }

  /** Output and new state of a layer for values of input, parameters and state, in order. */
  public static List<double[]> run(
      Layer layer, Shape input, Statistics statistics, double[]... values) {
    Case row = LayerCases.of("layer", layer, input, statistics);
    return run(row.program(DType.FLOAT64), List.of(values));
  }

  /** Fails unless a layer has the first and second derivatives it should have. */
  public static void checkDerivatives(Layer layer, Shape input, Statistics statistics) {
    LayerCases.check(LayerCases.of("layer", layer, input, statistics), BACKEND);
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
    return run(NamedProgram.trace(types, body), arguments);
  }

  /** The results of a program, by path. */
  public static Parameters<double[]> run(NamedProgram program, Parameters<double[]> arguments) {
    List<double[]> ordered = program.arguments().paths().stream().map(arguments::get).toList();
    return Parameters.like(program.results(), run(program.program(), ordered));
  }

  /** Normal numbers for a tensor of this type, from a stream of this name. */
  public static double[] normal(TensorType type, String name) {
    return RandomStream.of(1, name).normal(type.shape().size(), 1);
  }
}
