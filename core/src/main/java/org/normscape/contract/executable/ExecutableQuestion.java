package org.normscape.contract.executable;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.backend.Backend;
import org.normscape.contract.Agreement;
import org.normscape.contract.Outcome;
import org.normscape.contract.Question;
import org.normscape.contract.Topic;
import org.normscape.ir.DType;

/**
 * Whether a backend's executables keep a rule.
 *
 * @param rule the rule
 */
public record ExecutableQuestion(Rule rule) implements Question {

  /** The questions about all rules. */
  public static List<Question> all() {
    return Stream.of(Results.rules(), Donations.rules(), Arguments.rules(), Numbers.rules())
        .flatMap(List::stream)
        .<Question>map(ExecutableQuestion::new)
        .toList();
  }

  @Override
  public Topic topic() {
    return new Topic("executables", rule.name(), "rule", 0, DType.FLOAT64);
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    Expectations expectations = new Expectations();
    rule.trial().accept(new Rule.Lab(backend), expectations);
    return List.of(topic().outcome(Agreement.ofRule(String.join("; ", expectations.complaints()))));
  }
}
