package org.normscape.contract.certificate;

import java.io.Serializable;
import java.util.List;
import org.normscape.contract.Outcome;
import org.normscape.contract.Question;

/**
 * What came of one question.
 *
 * @param outcomes the outcomes
 * @param smallest the smallest case of what is wrong, where smaller ones were looked for
 */
record Answer(List<Outcome> outcomes, List<Outcome> smallest) implements Serializable {

  Answer {
    outcomes = List.copyOf(outcomes);
    smallest = List.copyOf(smallest);
  }

  /** The answer to a question that ended the process, or was not asked for that reason. */
  static Answer none(Question question, String reason) {
    return new Answer(List.of(question.topic().failed(reason)), List.of());
  }
}
