package org.normscape.contract;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Numerics;
import org.normscape.contract.cases.Case;
import org.normscape.ir.DType;
import org.normscape.ir.Program;

/**
 * Whether the exact result of a row is that of float64, but for its last digits: equal bits are not
 * enough.
 *
 * @param topic what it is about
 * @param row what is computed
 */
record AccuracyQuestion(Topic topic, Case row) implements Question {

  private static final double ERROR = 1e-9;

  static AccuracyQuestion of(String subject, Case row) {
    return new AccuracyQuestion(
        new Topic(subject, row.name(), "exact accuracy", 0, DType.FLOAT64), row);
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    Program program = row.program(DType.FLOAT64);
    List<double[]> arguments = row.draw();
    double[] exact = Runs.once(backend, program, Compilation.of(Numerics.EXACT), arguments).get(0);
    double[] right = Runs.reference(program, arguments).get(0);
    return List.of(
        topic.outcome(Agreement.ofError(row.name(), Vectors.relativeError(exact, right), ERROR)));
  }
}
