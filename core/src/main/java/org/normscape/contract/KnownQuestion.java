package org.normscape.contract;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.KnownCase;
import org.normscape.ir.DType;
import org.normscape.ir.Program;

/**
 * Whether values and derivatives are those known from elsewhere.
 *
 * @param topic what it is about
 * @param known the row and its values
 */
record KnownQuestion(Topic topic, KnownCase known) implements Question {

  static KnownQuestion of(KnownCase known, DType dtype) {
    return new KnownQuestion(
        new Topic(known.subject(), known.row().name(), "independent values", 0, dtype), known);
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    Case row = known.row();
    Program program = row.program(topic.dtype());
    List<double[]> results = Runs.once(backend, program, row.draw());
    List<Outcome> outcomes = new ArrayList<>();
    for (int order = 0; order < results.size(); order++) {
      Agreement agreement =
          Agreement.of(
              "derivative %s of %s".formatted(order, row.name()),
              program.resultTypes().get(order),
              results.get(order),
              new double[] {known.values().get(order)},
              row.tolerance());
      outcomes.add(topic.outcome(topic.asked(), order, agreement));
    }
    return outcomes;
  }
}
