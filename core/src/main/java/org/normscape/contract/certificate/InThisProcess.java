package org.normscape.contract.certificate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.contract.Outcome;
import org.normscape.contract.Question;
import org.normscape.contract.Smallest;

/** A backend that is asked in this process. */
final class InThisProcess implements Respondent {

  private final Backend backend;
  private final Set<String> shrunk = new HashSet<>();

  InThisProcess(Backend backend) {
    this.backend = backend;
  }

  @Override
  public BackendInfo answer(Extent extent, long seed, Consumer<Answer> answers) {
    Suite.of(extent, seed).forEach(question -> answers.accept(answer(question)));
    return backend.info();
  }

  /** The answer to one question; of each subject the first that is wrong is made smaller. */
  Answer answer(Question question) {
    List<Outcome> outcomes = question.ask(backend);
    List<Outcome> smallest = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (!outcome.isRight() && isGenerated(question) && shrunk.add(outcome.subject())) {
        smallest.add(Smallest.find(question, outcome, backend));
      }
    }
    return new Answer(outcomes, smallest);
  }

  private static boolean isGenerated(Question question) {
    return !question.smaller().isEmpty();
  }
}
