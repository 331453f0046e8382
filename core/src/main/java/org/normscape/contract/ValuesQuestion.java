package org.normscape.contract;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.contract.cases.Case;
import org.normscape.ir.DType;
import org.normscape.ir.Program;

/**
 * Whether the values of a row are those of the reference.
 *
 * @param topic what it is about
 * @param row what is computed
 */
record ValuesQuestion(Topic topic, Case row) implements Question {

  static ValuesQuestion of(String subject, Case row, DType dtype) {
    return new ValuesQuestion(new Topic(subject, row.name(), "values", 0, dtype), row);
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    Program program = row.program(topic.dtype());
    return List.of(
        topic.outcome(
            Agreement.of(
                row.name(),
                program.resultTypes(),
                Runs.once(backend, program, row.draw()),
                Runs.reference(program, row.draw()),
                row.tolerance())));
  }
}
