package org.normscape.contract;

import java.util.Iterator;
import java.util.Optional;
import org.normscape.backend.Backend;

/** The smallest question to which a backend still gives a wrong answer of one kind. */
public final class Smallest {

  /** How many questions are asked on the way, at most. */
  private static final int PATIENCE = 150;

  private Smallest() {}

  /**
   * The wrong answer to a question as small as can be found from another one.
   *
   * @param question a question to which {@code wrong} is an outcome
   * @param wrong what is wrong; its subject and type are kept
   */
  public static Outcome find(Question question, Outcome wrong, Backend backend) {
    Outcome smallest = wrong;
    Iterator<Question> candidates = question.smaller().iterator();
    for (int left = PATIENCE; left > 0 && candidates.hasNext(); left--) {
      Question candidate = candidates.next();
      Optional<Outcome> alike =
          candidate.ask(backend).stream().filter(outcome -> isAlike(outcome, wrong)).findFirst();
      if (alike.isPresent()) {
        smallest = alike.get();
        candidates = candidate.smaller().iterator();
      }
    }
    return smallest;
  }

  private static boolean isAlike(Outcome outcome, Outcome wrong) {
    return !outcome.isRight()
        && outcome.subject().equals(wrong.subject())
        && outcome.dtype() == wrong.dtype();
  }
}
