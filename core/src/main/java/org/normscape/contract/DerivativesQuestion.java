package org.normscape.contract;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.Derivatives;
import org.normscape.contract.cases.Tolerance;
import org.normscape.contract.cases.Tolerances;
import org.normscape.ir.DType;

/**
 * Whether the derivatives of a row are those of the reference and, in float64 and where they are
 * smooth, those of finite differences.
 *
 * @param topic what it is about
 * @param row what is differentiated
 */
record DerivativesQuestion(Topic topic, Case row) implements Question {

  /** The largest error against finite differences, relative to the largest number. */
  private static final double ERROR = 1e-7;

  private static final double STEP = 1e-3;

  static DerivativesQuestion of(String subject, Case row, DType dtype) {
    return new DerivativesQuestion(new Topic(subject, row.name(), "derivatives", 1, dtype), row);
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    DerivativeProgram derivatives = DerivativeProgram.of(row, topic.dtype(), row.body());
    Compilation compilation = Compilation.of(Runs.numerics(derivatives.program()));
    try (Executable executable = backend.compile(derivatives.program(), compilation)) {
      List<double[]> values = Runs.run(backend, executable, derivatives.arguments());
      List<Outcome> outcomes = new ArrayList<>(againstReference(derivatives, values));
      if (topic.dtype() == DType.FLOAT64 && row.derivatives() == Derivatives.SMOOTH) {
        double[] differences =
            derivatives.differences(STEP, shifted -> Runs.run(backend, executable, shifted));
        outcomes.addAll(againstDifferences(derivatives, values, differences));
      }
      return outcomes;
    }
  }

  private List<Outcome> againstReference(DerivativeProgram derivatives, List<double[]> values) {
    List<double[]> right = Runs.reference(derivatives.program(), derivatives.arguments());
    List<Outcome> outcomes = new ArrayList<>();
    for (int order = 0; order <= derivatives.order(); order++) {
      Agreement agreement =
          Agreement.of(
              "derivative %s of %s".formatted(order, row.name()),
              derivatives.ofOrder(order, derivatives.program().resultTypes()),
              derivatives.ofOrder(order, values),
              derivatives.ofOrder(order, right),
              Tolerances.DERIVATIVE);
      outcomes.add(topic.outcome(topic.asked(), order, agreement));
    }
    return outcomes;
  }

  private List<Outcome> againstDifferences(
      DerivativeProgram derivatives, List<double[]> values, double[] differences) {
    List<Outcome> outcomes = new ArrayList<>();
    Tolerance tolerance = (dtype, number, scale) -> ERROR * Math.max(1, scale);
    for (int order = 1; order <= derivatives.order(); order++) {
      String what = "derivative %s against finite differences of %s".formatted(order, row.name());
      outcomes.add(
          topic.outcome(
              "finite differences",
              order,
              derivatives.withDifferences(what, order, values, differences, tolerance)));
    }
    return outcomes;
  }
}
