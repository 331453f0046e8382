package org.normscape.contract.certificate;

import java.util.function.Consumer;
import org.normscape.backend.BackendInfo;

/** A backend that is asked, where it is asked. */
interface Respondent {

  /**
   * Asks every question of a certification.
   *
   * @param answers takes the answer to each question, in their order
   * @return who answered
   */
  BackendInfo answer(Extent extent, long seed, Consumer<Answer> answers);
}
