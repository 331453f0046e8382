package org.normscape.contract;

import java.util.List;
import org.normscape.backend.Backend;

/** One question to a backend: a row of the contract, in one type. */
public interface Question {

  /** What it is about. */
  Topic topic();

  /**
   * The outcomes for a backend.
   *
   * @throws RuntimeException whatever the backend throws
   */
  List<Outcome> answers(Backend backend);

  /** Questions of the same kind about something smaller, the smallest first; often none. */
  default List<Question> smaller() {
    return List.of();
  }

  /** The outcomes for a backend; an exception is one too. */
  default List<Outcome> ask(Backend backend) {
    return topic().guarded(() -> answers(backend));
  }
}
