package org.normscape.contract;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.Tolerances;
import org.normscape.ir.DType;
import org.normscape.ir.Program;

/**
 * Whether a backend's kernels for composites mean what their bodies mean on that backend, values
 * and derivatives.
 *
 * @param topic what it is about
 * @param row a row in which composites stand
 */
record BodyQuestion(Topic topic, Case row) implements Question {

  static BodyQuestion of(String subject, Case row, DType dtype) {
    return new BodyQuestion(new Topic(subject, row.name(), "kernel as body", 0, dtype), row);
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    Program program = row.program(topic.dtype());
    List<double[]> kernels = Runs.once(backend, program, row.draw());
    List<double[]> bodies = Runs.once(backend, Bodies.writtenOut(program), row.draw());
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(
        topic.outcome(
            Agreement.of(
                "body of " + row.name(), program.resultTypes(), kernels, bodies, row.tolerance())));
    if (DerivativeProgram.exists(row)) {
      outcomes.addAll(derivatives(backend, DerivativeProgram.of(row, topic.dtype(), row.body())));
    }
    return outcomes;
  }

  private List<Outcome> derivatives(Backend backend, DerivativeProgram derivatives) {
    Program program = derivatives.program();
    List<double[]> kernels = Runs.once(backend, program, derivatives.arguments());
    List<double[]> bodies = Runs.once(backend, Bodies.writtenOut(program), derivatives.arguments());
    List<Outcome> outcomes = new ArrayList<>();
    for (int order = 0; order <= derivatives.order(); order++) {
      Agreement agreement =
          Agreement.of(
              "body of derivative %s of %s".formatted(order, row.name()),
              derivatives.ofOrder(order, program.resultTypes()),
              derivatives.ofOrder(order, kernels),
              derivatives.ofOrder(order, bodies),
              Tolerances.DERIVATIVE);
      outcomes.add(topic.outcome(topic.asked(), order, agreement));
    }
    return outcomes;
  }
}
