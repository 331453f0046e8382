package org.normscape.probe.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.grad.Gradients;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.eigen.SingularValues;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.structure.Written;

/** {@link JacobianSingularValues} that are ready to be measured. */
final class JacobianInstrument implements Instrument {

  private static final String COTANGENT = "cotangent";
  private static final String ROW = "row";

  private final JacobianSingularValues probe;
  private final Backend backend;
  private final Parameters<TensorType> linear;
  private final TensorType output;
  private final int inputs;
  private final NamedExecutable program;

  JacobianInstrument(JacobianSingularValues probe, Site site) {
    this.probe = probe;
    this.backend = site.backend();
    Objective objective = site.objective(Penalty.EXCLUDED);
    TensorType input = probe.input(objective);
    this.inputs = input.shape().size() / input.shape().dim(0);
    Parameters<TensorType> arguments = Written.arguments(objective, probe.statistics());
    this.linear = Written.linearLayers(objective, probe.statistics());
    this.output =
        NamedProgram.trace(arguments, at -> Parameters.of(ROW, output(objective, at)))
            .results()
            .get(ROW);
    this.program =
        NamedProgram.trace(
                arguments.and(COTANGENT, output),
                at -> {
                  Tensor given = at.get(COTANGENT);
                  List<Tensor> in = List.of(at.get("batch.input"));
                  return Parameters.of(
                      ROW,
                      Gradients.vjp(List.of(output(objective, at)), in, List.of(given)).get(0));
                })
            .compile(site.backend(), site.numerics());
  }

  private Tensor output(Objective objective, Parameters<Tensor> at) {
    return Written.of(objective, at, probe.statistics()).evaluation().output();
  }

  @Override
  public MeasuredJacobian measure(Situation situation) {
    Parameters<Array> at = situation.point().with(situation.batch());
    List<List<Double>> values = new ArrayList<>();
    for (int example = 0; example < probe.examples(); example++) {
      values.add(SingularValues.of(jacobian(at, example)));
    }
    Parameters<Array> weights =
        situation.point().parameters().where((path, value) -> linear.find(path).isPresent());
    OptionalInt size = size();
    return new MeasuredJacobian(values, linear.size(), size.isPresent() ? scale(weights) : 0);
  }

  private double[][] jacobian(Parameters<Array> at, int example) {
    int outputs = output.shape().size() / output.shape().dim(0);
    double[][] rows = new double[outputs][];
    for (int j = 0; j < outputs; j++) {
      double[] one = new double[output.shape().size()];
      one[example * outputs + j] = 1;
      try (Array given = backend.array(output, one);
          Array row = program.run(at.and(COTANGENT, given)).get(ROW)) {
        rows[j] = Arrays.copyOfRange(row.toDoubles(), example * inputs, (example + 1) * inputs);
      }
    }
    return rows;
  }

  /** The one size of all weights, where every one is a square matrix. */
  private OptionalInt size() {
    List<Shape> shapes = linear.values().stream().map(TensorType::shape).distinct().toList();
    boolean isOne =
        shapes.size() == 1
            && shapes.get(0).rank() == 2
            && shapes.get(0).dim(0) == shapes.get(0).dim(1);
    return isOne ? OptionalInt.of(shapes.get(0).dim(0)) : OptionalInt.empty();
  }

  /** By what the singular values of normal numbers of variance 1/N are multiplied: ∏ ‖W‖_F/√N. */
  private static double scale(Parameters<Array> weights) {
    double scale = 1;
    for (Array weight : weights.values()) {
      double square = Arrays.stream(weight.toDoubles()).map(w -> w * w).sum();
      scale *= Math.sqrt(square / weight.type().shape().dim(0));
    }
    return scale;
  }

  @Override
  public void close() {
    program.close();
  }
}
